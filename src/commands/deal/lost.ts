import { dealCard } from '../../cards/deal.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { text } from '../../chat/fields.ts';
import { enterStage, ofKind } from '../../crm/deals/enter.ts';
import { defineCommand } from '../define.ts';
import { deal, from } from '../fields.ts';
import { closing, named } from './entering.ts';

/** Closes a deal as lost. Said without a reason in a chat, the form opens and asks for it. */
export const dealLost = defineCommand({
  id: 'deal.lost',
  access: 'rep',
  reply: 'channel',
  fields: { deal, reason: optional(text({ max: 300, multiline: true })), from },
  positional: ['deal', 'reason'],
  asksFor: ['reason'],
  async prefill(ctx, wire) {
    const view = await closing(ctx, wire, 'LOST');
    return view ? named(view) : {};
  },
  async run(ctx, { deal, reason, from }) {
    const { value, changeId } = await enterStage(ctx, 'deal.lost', {
      dealId: deal.id,
      seen: from,
      reason: reason ?? undefined,
      to: ofKind('LOST'),
    });
    return done(ctx.t, dealCard(ctx, value), [ctx.t('deal.lost')], changeId);
  },
});
