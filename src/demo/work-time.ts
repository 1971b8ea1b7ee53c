import { type Day, dayOf, instantAt, type WorkCalendar, type Zone } from '../lib/dates/index.ts';

/** Minutes of a morning from 8:15 and of an afternoon from 13:30. */
const morning = 210;
const whole = 450;
/** Keeps what is as old as now from falling a hair behind it, into the afternoon when now is at lunch. */
const rounding = 1e-9;

/**
 * Working time counted backwards: what lies so many working days of office hours before `now`. Age 0 is now, or
 * the last closing time before it; an age that is not above another's is not before it, and none is in the future.
 */
export function workTime(now: Date, zone: Zone, calendar: WorkCalendar): (age: number) => Date {
  const today = dayOf(now, zone);
  const passed = calendar.isWorkingDay(today) ? minutesOf(today, now, zone) / whole : 0;
  const days: Day[] = [passed > 0 ? today : calendar.addWorkingDays(today, -1)];
  const end = passed > 0 ? passed : 1;
  const day = (back: number): Day => {
    for (let last = days.at(-1) as Day; days.length <= back; days.push(last))
      last = calendar.addWorkingDays(last, -1);
    return days[back] as Day;
  };
  return (age) => {
    const place = end - age - rounding;
    const back = Math.max(0, Math.ceil(-place));
    const minutes = (place + back) * whole;
    const at =
      minutes <= morning
        ? startOf(day(back), 'morning', zone) + minutes * 60_000
        : startOf(day(back), 'afternoon', zone) + (minutes - morning) * 60_000;
    return new Date(Math.floor(at));
  };
}

const startOf = (day: Day, half: 'morning' | 'afternoon', zone: Zone) =>
  (half === 'morning' ? instantAt(day, 8, 15, zone) : instantAt(day, 13, 30, zone)).getTime();

/** Office minutes that have gone by on that day. */
function minutesOf(day: Day, now: Date, zone: Zone): number {
  const since = (half: 'morning' | 'afternoon') => (now.getTime() - startOf(day, half, zone)) / 60_000;
  const within = (minutes: number, most: number) => Math.max(0, Math.min(most, minutes));
  return within(since('morning'), morning) + within(since('afternoon'), whole - morning);
}
