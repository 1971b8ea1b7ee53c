import { stoppedCard } from '../../cards/digest/subscriptions.ts';
import { unsubscribe } from '../../crm/subscriptions/stop.ts';
import { defineCommand } from '../define.ts';
import { digest } from './fields.ts';

/** Ends a digest of the channel in which it is typed. */
export const digestStop = defineCommand({
  id: 'digest.stop',
  access: 'manager',
  reply: 'channel',
  fields: { digest },
  positional: ['digest'],
  async run(ctx, { digest }) {
    const { value, changeId } = await unsubscribe(ctx, digest);
    return stoppedCard(ctx.t, value, changeId);
  },
});
