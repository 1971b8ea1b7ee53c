import type { Zone } from './calendar.ts';
import { dayOf, instantAt } from './instants.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** Hours of a working day. */
const begins = 8;
const ends = 18;

/** When somebody in this zone is next at work: now where they are, else when their next working day begins. */
export function nextAtWork(now: Date, zone: Zone, calendar: WorkCalendar): Date {
  const today = dayOf(now, zone);
  const at = (day: string, hour: number) => instantAt(day, hour, 0, zone);
  if (calendar.isWorkingDay(today) && now < at(today, ends))
    return now < at(today, begins) ? at(today, begins) : now;
  return at(calendar.addWorkingDays(today, 1), begins);
}
