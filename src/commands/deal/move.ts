import { dealCard } from '../../cards/deal.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { text } from '../../chat/fields.ts';
import { enterStage } from '../../crm/deals/enter.ts';
import { stageName } from '../../crm/deals/stages.ts';
import { defineCommand } from '../define.ts';
import { deal, from, stage } from '../fields.ts';

export const dealMove = defineCommand({
  id: 'deal.move',
  access: 'rep',
  reply: 'channel',
  fields: { deal, stage, reason: optional(text({ max: 300 })), from },
  positional: ['deal', 'stage'],
  async run(ctx, { deal, stage, reason, from }) {
    const { value, changeId } = await enterStage(ctx, 'deal.move', {
      dealId: deal.id,
      seen: from,
      reason,
      to: (stages) => stages.find((own) => stage.some((wanted) => wanted.id === own.id)),
    });
    const said = ctx.t.text('deal.entered', { stage: { bold: stageName(ctx.t.locale, value.stage) } });
    return done(ctx.t, dealCard(ctx, value), said, changeId);
  },
});
