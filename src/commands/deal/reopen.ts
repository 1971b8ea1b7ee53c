import { dealCard } from '../../cards/deal.ts';
import { done } from '../../cards/parts.ts';
import { reopenDeal } from '../../crm/deals/reopen.ts';
import { defineCommand } from '../define.ts';
import { deal, from } from '../fields.ts';

export const dealReopen = defineCommand({
  id: 'deal.reopen',
  access: 'rep',
  reply: 'channel',
  fields: { deal, from },
  positional: ['deal'],
  async run(ctx, { deal, from }) {
    const { value, changeId } = await reopenDeal(ctx, { dealId: deal.id, seen: from });
    return done(ctx.t, dealCard(ctx, value), [ctx.t('deal.reopened')], changeId);
  },
});
