import { subscriptionsCard } from '../../cards/digest/subscriptions.ts';
import { listSubscriptions } from '../../crm/subscriptions/list.ts';
import { defineCommand } from '../define.ts';

/** The digests of this channel; in private and in the terminal, those of all. */
export const digestList = defineCommand({
  id: 'digest.list',
  access: 'viewer',
  reply: 'private',
  fields: {},
  positional: [],
  async run(ctx) {
    return subscriptionsCard(ctx.t, await listSubscriptions(ctx), ctx.private);
  },
});
