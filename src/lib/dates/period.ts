import { addDays, addMonths, type Day, daysBetween, weekday } from './calendar.ts';

/** Calendar days from the first to the last, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** The first day of a period that has no beginning: nothing was written down before. */
export const beginning: Day = '1970-01-01';

/** The day `n` units later. */
export function shift(day: Day, unit: Unit, n: number): Day {
  if (unit === 'day') return addDays(day, n);
  return unit === 'week' ? addDays(day, 7 * n) : addMonths(day, MONTHS[unit] * n);
}

/** The first day of the week (Monday), month, quarter, half year or year that holds `day`. */
export function startOf(day: Day, unit: Unit): Day {
  if (unit === 'day') return day;
  if (unit === 'week') return addDays(day, 1 - weekday(day));
  const first = `${day.slice(0, 7)}-01`;
  return addMonths(first, -((Number(day.slice(5, 7)) - 1) % MONTHS[unit]));
}

/** The whole unit that begins on `from`. */
export function unitFrom(from: Day, unit: Unit): Period {
  return { from, to: addDays(shift(from, unit, 1), -1) };
}

/**
 * The period of the same length just before. Whole calendar months (so also quarters and years) go back as
 * many calendar months; anything else, weeks included, as many days.
 */
export function previousPeriod({ from, to }: Period): Period {
  const after = addDays(to, 1);
  const whole = from.endsWith('-01') && after.endsWith('-01');
  return {
    from: whole ? addMonths(from, -monthsBetween(from, after)) : backBy(from, to),
    to: addDays(from, -1),
  };
}

function monthsBetween(from: Day, to: Day): number {
  return (
    12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  );
}

function backBy(from: Day, to: Day): Day {
  return addDays(from, -daysBetween(from, to) - 1);
}
