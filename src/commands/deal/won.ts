import { dealCard } from '../../cards/deal.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { money, text } from '../../chat/fields.ts';
import { seenKey } from '../../chat/wire.ts';
import { latestChange } from '../../crm/changes/merge.ts';
import { enterStage, ofKind } from '../../crm/deals/enter.ts';
import { formatMoney } from '../../lib/format.ts';
import { defineCommand } from '../define.ts';
import { deal, from } from '../fields.ts';
import { closing, named } from './entering.ts';

/** Closes a deal as won, for another amount than was expected where one is said. */
export const dealWon = defineCommand({
  id: 'deal.won',
  access: 'rep',
  reply: 'channel',
  fields: {
    deal,
    amount: optional(money({ label: 'won.amount', hint: 'hint.amount' })),
    reason: optional(text({ max: 300 })),
    from,
  },
  positional: ['deal', 'amount'],
  async prefill(ctx, wire) {
    const view = await closing(ctx, wire, 'WON');
    if (!view) return {};
    const seen = await latestChange(ctx.db, 'deal', view.id);
    return {
      [seenKey]: String(seen),
      ...named(view),
      ...(view.amount && { amount: formatMoney(view.amount, ctx.t.locale) }),
    };
  },
  async run(ctx, { deal, amount, reason, from }) {
    const { value, changeId } = await enterStage(ctx, 'deal.won', {
      dealId: deal.id,
      seen: from,
      reason: reason ?? undefined,
      amount,
      to: ofKind('WON'),
    });
    const said = value.owner ? ctx.t('deal.won', { name: value.owner.name }) : ctx.t('deal.won_plain');
    return done(ctx.t, dealCard(ctx, value), [said], changeId);
  },
});
