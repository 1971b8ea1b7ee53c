import Holidays from 'date-holidays';
import { addDays, type Day, daysBetween, weekday } from './calendar.ts';

/** Monday to Friday without the public holidays of a country. */
export interface WorkCalendar {
  isWorkingDay(day: Day): boolean;
  /**
   * Working days that have gone by: those after `from`, up to and including `to`. From Friday to Monday is 1,
   * from Friday to Sunday 0; 0 also when `to` is not after `from`.
   */
  workingDaysBetween(from: Day, to: Day): number;
  /** The `n`th working day after `day`; with a negative `n` before it; `day` itself with 0. */
  addWorkingDays(day: Day, n: number): Day;
}

/** `country` is an ISO 3166 code. Tết is counted by the lunar calendar; days moved by decree are not known. */
export function workCalendar(country = 'VN'): WorkCalendar {
  const source = new Holidays(country);
  const years = new Map<number, Set<Day>>();
  const holidays = (year: number) => {
    const known = years.get(year) ?? weekdayHolidays(source, year);
    years.set(year, known);
    return known;
  };
  const isWorkingDay = (day: Day) => weekday(day) <= 5 && !holidays(yearOf(day)).has(day);
  return {
    isWorkingDay,
    workingDaysBetween(from, to) {
      if (to <= from) return 0;
      let days = weekdaysUpTo(to) - weekdaysUpTo(from);
      for (let year = yearOf(from); year <= yearOf(to); year++) {
        for (const holiday of holidays(year)) if (holiday > from && holiday <= to) days--;
      }
      return days;
    },
    addWorkingDays(day, n) {
      let at = day;
      for (let left = Math.abs(n); left > 0; ) {
        at = addDays(at, Math.sign(n));
        if (isWorkingDay(at)) left--;
      }
      return at;
    },
  };
}

/** Holidays that last several days (Tết) come as one entry, with their last instant. */
function weekdayHolidays(source: Holidays, year: number): Set<Day> {
  const days = new Set<Day>();
  for (const { date, start, end, type } of source.getHolidays(year)) {
    if (type !== 'public') continue;
    const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
    for (let i = 0; i < Math.max(1, length); i++) {
      const day = addDays(date.slice(0, 10), i);
      if (weekday(day) <= 5) days.add(day);
    }
  }
  return days;
}

/** Mondays to Fridays since a Monday long ago, so that a stretch is one subtraction. */
function weekdaysUpTo(day: Day): number {
  const days = daysBetween('1900-01-01', day) + 1;
  return 5 * Math.floor(days / 7) + Math.min(5, ((days % 7) + 7) % 7);
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
