import { type Reading, read, unread } from '../errors.ts';
import { fold } from '../fold.ts';
import type { Day } from './calendar.ts';
import { plain, words } from './grammar.ts';
import { type Period, shift, unitFrom } from './period.ts';
import { type DayProblem, readDay } from './read-day.ts';
import { readSpan } from './span.ts';

const RANGE = words('(?:từ |from )?(.+?) ?(?:\\.\\.\\.?|…| đến | tới | to | until | - ) ?(.+)');
const NONE = ['none', 'no', 'khong', 'het', 'back'];

/** Why a text is no absence; a day in it can have a day's problems. */
export type AbsenceProblem = DayProblem | 'period.backwards' | 'absence.over'; // { day }

/**
 * Reads when somebody will be away: `25/11..2/12`, `mai`, `tuần sau`, both days included; or that they are not (null).
 * Days without a year are to come, but for the first of an absence that goes on.
 */
export function readAbsence(text: string, { today }: { today: Day }): Reading<Period | null, AbsenceProblem> {
  const typed = plain(text);
  if (NONE.includes(fold(typed))) return read(null);
  const [, a, b] = RANGE.exec(typed) ?? [];
  const found = a && b ? range(a, b, today) : stretch(typed, today);
  return found.ok && found.value.to < today ? unread('absence.over', { day: found.value.to }) : found;
}

function range(a: string, b: string, today: Day): Reading<Period, AbsenceProblem> {
  const to = readDay(b, { today, prefer: 'future' });
  if (!to.ok) return to;
  const from = first(a, today, to.value);
  if (!from.ok) return from;
  if (from.value <= to.value) return read({ from: from.value, to: to.value });
  // 20/12..10/1 ends in the year after.
  const later = readDay(b, { today: from.value, prefer: 'future' });
  return later.ok && later.value >= from.value
    ? read({ from: from.value, to: later.value })
    : unread('period.backwards', { from: from.value, to: to.value });
}

/** The first day: one to come, or where that is beyond the last one that has passed. */
function first(text: string, today: Day, last: Day): Reading<Day, DayProblem> {
  const future = readDay(text, { today, prefer: 'future' });
  const past = readDay(text, { today, prefer: 'past' });
  return past.ok && past.value <= last && last >= today && (!future.ok || future.value > last)
    ? past
    : future;
}

/** A week, month or quarter as a whole, or one day. */
function stretch(text: string, today: Day): Reading<Period, DayProblem> {
  const span = readSpan(text, today, 'period');
  if (!span) {
    const day = readDay(text, { today, prefer: 'future' });
    return day.ok ? read({ from: day.value, to: day.value }) : day;
  }
  const { unit, from, every } = span;
  const whole = unitFrom(from, unit);
  return read(every && whole.to < today ? unitFrom(shift(from, every, 1), unit) : whole);
}
