import { dealCard } from '../../cards/deal.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { text } from '../../chat/fields.ts';
import { enterStage, ofKind } from '../../crm/deals/enter.ts';
import { defineCommand } from '../define.ts';
import { deal, from } from '../fields.ts';

export const dealWon = defineCommand({
  id: 'deal.won',
  access: 'rep',
  reply: 'channel',
  fields: { deal, reason: optional(text({ max: 300 })), from },
  positional: ['deal'],
  async run(ctx, { deal, reason, from }) {
    const { value, changeId } = await enterStage(ctx, 'deal.won', {
      dealId: deal.id,
      seen: from,
      reason,
      to: ofKind('WON'),
    });
    const said = value.owner ? ctx.t('deal.won', { name: value.owner.name }) : ctx.t('deal.won_plain');
    return done(ctx.t, dealCard(ctx, value), [said], changeId);
  },
});
