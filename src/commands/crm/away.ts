import type { Field } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { absenceOf } from '../../crm/people/absence.ts';
import { dayOf, formatDay, type Period, readAbsence } from '../../lib/dates/index.ts';

/** The days of an absence; null for nobody's. */
export const away: Field<Period | null, Ctx> = {
  control: { kind: 'text', max: 80, multiline: false },
  hint: 'hint.away',
  required: true,
  read: (text, { now, zone }) => readAbsence(text, { today: dayOf(now, zone) }),
};

/** A member's absence as a person would type it. */
export function awayTyped(ctx: Ctx, member: Parameters<typeof absenceOf>[1]): { away?: string } {
  const days = absenceOf(ctx, member);
  return days ? { away: [days.from, days.to].map((day) => formatDay(day, ctx.t.locale)).join(' .. ') } : {};
}
