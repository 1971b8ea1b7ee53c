import { Temporal } from 'temporal-polyfill';

/** A calendar day, `YYYY-MM-DD`, without a time zone. Days compare as strings. */
export type Day = string;

/** The name of a time zone in the IANA list, such as `Asia/Ho_Chi_Minh`. */
export type Zone = string;

/** The day of these numbers, or nothing where the calendar has no such day (31 February). */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

export function addDays(day: Day, n: number): Day {
  return Temporal.PlainDate.from(day).add({ days: n }).toString();
}

/** Adds calendar months; a day that the month does not have becomes its last (31 January + 1 = 28 February). */
export function addMonths(day: Day, n: number): Day {
  return Temporal.PlainDate.from(day).add({ months: n }).toString();
}

/** Days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: Day, b: Day): number {
  return Temporal.PlainDate.from(a).until(b, { largestUnit: 'days' }).days;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}
