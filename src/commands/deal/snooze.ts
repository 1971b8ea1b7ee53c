import { undoAction } from '../../cards/parts.ts';
import { number } from '../../chat/fields.ts';
import { snoozeDeal } from '../../crm/deals/snooze.ts';
import { formatDay } from '../../lib/dates/index.ts';
import { defineCommand } from '../define.ts';
import { deal } from '../fields.ts';

/** No reminder about a deal for some days. */
export const dealSnooze = defineCommand({
  id: 'deal.snooze',
  access: 'rep',
  reply: 'private',
  fields: { deal, days: number({ label: 'snooze.days', min: 1, max: 365 }) },
  positional: ['deal', 'days'],
  async run(ctx, { deal, days }) {
    const { value, changeId } = await snoozeDeal(ctx, deal.id, days);
    const said = { deal: { bold: value.title }, day: formatDay(value.until, ctx.t.locale) };
    return {
      title: ctx.t.text('snooze.done', said),
      blocks: [{ kind: 'actions', actions: [undoAction(ctx.t, changeId)] }],
    };
  },
});
