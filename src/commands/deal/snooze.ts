import { undoAction } from '../../cards/parts.ts';
import { number } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { snoozeDeal } from '../../crm/deals/snooze.ts';
import { formatDay } from '../../lib/dates/index.ts';
import { defineCommand } from '../define.ts';
import { deal } from '../fields.ts';

const count = number<Ctx>({ label: 'snooze.days', min: 1, max: 365 });
/** The same with the word behind it: `3 ngày`. */
const days: typeof count = {
  ...count,
  read: (text, reader) => count.read(text.replace(/\s*(?:ng[àa]y|days?)\s*$/iu, ''), reader),
};

/** No reminder about a deal for some days. */
export const dealSnooze = defineCommand({
  id: 'deal.snooze',
  access: 'rep',
  reply: 'private',
  fields: { deal, days },
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
