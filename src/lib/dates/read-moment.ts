import { type Reading, read, unread } from '../errors.ts';
import type { Day, Zone } from './calendar.ts';
import { plain, shown, words } from './grammar.ts';
import { dayOf, instantAt } from './instants.ts';
import { type DayProblem, readDay } from './read-day.ts';
import { readTimeOfDay, type TimeOfDay, type TimeProblem } from './read-time.ts';

export type MomentProblem =
  | DayProblem
  | TimeProblem
  | 'moment.unreadable' // { text }
  | 'moment.ahead' // { text }: something done cannot be later than now
  | 'moment.passed'; // { text }: that hour of today is over

export interface Present {
  readonly now: Date;
  readonly zone: Zone;
  readonly prefer: 'future' | 'past';
}

const PART = words('(sáng|trưa|chiều|tối|đêm) (.+)');
const JOINT = /(^| )(?:vào lúc|vao luc|lúc|luc|at|@) ?(?=\d)/g;

/**
 * Reads a day, a time of day, or both in either order, in `zone`. A time alone is today's; a day alone is its
 * noon, or `now` when it is today and noon is on the wrong side. With `prefer: 'past'` never later than now.
 */
export function readMoment(text: string, present: Present): Reading<Date, MomentProblem> {
  const typed = plain(text)
    .replace(/^(\d{4}-\d\d-\d\d)t(?=\d\d:\d\d$)/, '$1 ')
    .replace(/,(?= )/g, '')
    .replace(JOINT, '$1');
  const as = { text: shown(text) };
  const found = typed.length <= 80 ? resolve(typed, present) : undefined;
  if (!found) return unread('moment.unreadable', as);
  if (!found.ok) return unread(found.problem.code, { ...found.problem.args, ...as });
  return present.prefer === 'past' && found.value > present.now ? unread('moment.ahead', as) : found;
}

function resolve(text: string, present: Present): Reading<Date, MomentProblem> | undefined {
  const { now, zone, prefer } = present;
  const today = dayOf(now, zone);
  const time = readTimeOfDay(text);
  if (time.ok) {
    const at = on(today, time.value, zone);
    return prefer === 'future' && at < now ? unread('moment.passed', { text }) : read(at);
  }
  const both = dayAndTime(text, today, present);
  if (both) return both;
  if (time.problem.code === 'time.which') return time;
  const day = readDay(text, { today, prefer });
  // "This afternoon" is a day, but at which hour?
  if (PART.test(text)) return undefined;
  if (!day.ok) return day.problem.code === 'day.unreadable' ? undefined : day;
  const noon = on(day.value, { hour: 12, minute: 0 }, zone);
  return read(day.value === today && (prefer === 'past' ? noon > now : noon < now) ? now : noon);
}

/** Tries every place where the day may end and the time begin, or the other way round. */
function dayAndTime(
  text: string,
  today: Day,
  { zone, prefer }: Present,
): Reading<Date, MomentProblem> | undefined {
  const part = PART.exec(text);
  const tokens = (part?.[2] ?? text).split(' ');
  let problem: Reading<Date, MomentProblem> | undefined;
  for (let i = 1; i < tokens.length; i++) {
    const [left, right] = [tokens.slice(0, i).join(' '), tokens.slice(i).join(' ')];
    for (const [first, second] of [
      [left, right],
      [right, left],
    ] as const) {
      const day = readDay(first, { today, prefer });
      const time = readTimeOfDay(part ? `${second} ${part[1]}` : second);
      if (day.ok && time.ok) return read(on(day.value, time.value, zone));
      // One half is clear: what the other half lacks is worth telling.
      if (day.ok && !time.ok && time.problem.code === 'time.which') problem = time;
      if (time.ok && !day.ok && day.problem.code !== 'day.unreadable') problem ??= day;
    }
  }
  return problem;
}

function on(day: Day, { hour, minute }: TimeOfDay, zone: Zone): Date {
  return instantAt(day, hour, minute, zone);
}
