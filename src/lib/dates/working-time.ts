import { addDays, type Day, type Zone } from './calendar.ts';
import { dayOf, instantAt } from './instants.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** The hours of a working day. */
export const workHours = { begins: 8, ends: 18 };

const wholeDay = (workHours.ends - workHours.begins) * 3_600_000;
/** Clocks of all zones differ by multiples of this: within a slot it is one day everywhere. */
const slot = 15 * 60_000;

/**
 * How much working time lies between two instants, in milliseconds; 0 where the second is not after the first. What
 * it has found out of days it remembers: a report asks of thousands.
 */
export function workingTime(zone: Zone, calendar: WorkCalendar): (from: Date, to: Date) => number {
  const dayAt = remembering((slots: number) => dayOf(new Date(slots * slot), zone));
  const opens = remembering((day: Day) => instantAt(day, workHours.begins, 0, zone).getTime());
  const works = remembering((day: Day) => calendar.isWorkingDay(day));
  const daysBetween = remembering((span: string) => {
    const [from = '', to = ''] = span.split('/');
    return calendar.workingDaysBetween(addDays(from, -1), addDays(to, -1));
  });
  const passed = (day: Day, at: number) =>
    works(day) ? Math.min(wholeDay, Math.max(0, at - opens(day))) : 0;
  return (from, to) => {
    if (to <= from) return 0;
    const [first, last] = [from, to].map((at) => dayAt(Math.floor(at.getTime() / slot))) as [Day, Day];
    const whole = wholeDay * daysBetween(`${first}/${last}`);
    return whole + passed(last, to.getTime()) - passed(first, from.getTime());
  };
}

function remembering<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? find(key);
    known.set(key, value);
    return value;
  };
}
