import { type Problem, type Reading, read, unread } from '../errors.ts';
import { type Day, daysBetween } from './calendar.ts';
import type { Unit } from './period.ts';

/** Why a text is no day. `earlier` and `later` are the two days it may mean, `from` and `to` a period's ends. */
export type DayProblem =
  | 'day.unreadable' // { text }
  | 'day.impossible' // { text }: 31/02
  | 'day.vague' // { text }: mai mốt, sau Tết; a period where one day is wanted
  | 'day.feast' // { text }: Tết, Christmas
  | 'day.mismatch' // { text, day }: that day is another day of the week
  | 'day.passed' // { text, earlier, later }: a few days ago, or next year?
  | 'day.which'; // { text, earlier, later }

/** What a rule is given: plain text, the present, and which side of it a day without its year falls on. */
export interface Asked {
  readonly text: string;
  readonly today: Day;
  readonly prefer: 'future' | 'past';
  /** Under "before": a period then has no day of its own. */
  readonly before?: boolean;
  /** For how many days one that comes every year may still mean what has passed; a few where left out. */
  readonly back?: number | undefined;
}

/** A rule says nothing about what is not its own. */
export type Rule = (asked: Asked) => Reading<Day, DayProblem> | undefined;

/** How many days on the wrong side of today are still "a few": the person is asked. */
const FEW: Record<Unit, number> = { day: 0, week: 0, month: 7, quarter: 14, half: 14, year: 14 };

/**
 * Picks one of the days that come again `every` so often: `on(0)` is the one of the current round, `on(1)` of
 * the next. Today counts as both future and past. `here` holds to the current round when its day is on the
 * preferred side ("cuối tháng" on the 2nd); without it a day missed by a little is asked about first.
 */
export function settle(on: (round: number) => Day | undefined, every: Unit, asked: Asked, here = false) {
  const { today, prefer, text, back } = asked;
  const days = [-1, 0, 1].map(on).filter((day) => day !== undefined);
  const current = on(0);
  if (days.includes(today)) return read(today);
  if (here && current && (prefer === 'future') === current > today) return read(current);
  const earlier = days.filter((day) => day < today).at(-1);
  const later = days.find((day) => day > today);
  const [wanted, missed] = prefer === 'future' ? [later, earlier] : [earlier, later];
  const few = every === 'year' ? (back ?? FEW.year) : FEW[every];
  if (earlier && later && missed && Math.abs(daysBetween(missed, today)) <= few) {
    const passed = prefer === 'future' && back === undefined;
    return unread(passed ? 'day.passed' : 'day.which', { text, earlier, later });
  }
  return wanted ? read(wanted) : impossible(text);
}

export function impossible(text: string): { ok: false; problem: Problem<DayProblem> } {
  return unread('day.impossible', { text });
}
