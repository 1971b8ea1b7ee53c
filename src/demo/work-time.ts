import { type Day, dayOf, instantAt, type WorkCalendar, type Zone } from '../lib/dates/index.ts';

/** Minutes of a morning from 8:15, and of a day with its afternoon from 13:30. */
const half = 210;
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
  const end = passed > 0 ? passed : 1;
  let day = passed > 0 ? today : calendar.addWorkingDays(today, -1);
  /** When the halves of each day begin, today first; worked out once, as there are thousands of moments. */
  const days = [halves(day, zone)];
  return (age) => {
    const place = end - age - rounding;
    const back = Math.max(0, Math.ceil(-place));
    while (days.length <= back) {
      day = calendar.addWorkingDays(day, -1);
      days.push(halves(day, zone));
    }
    const { morning, afternoon } = days[back] as Halves;
    const minutes = (place + back) * whole;
    const at = minutes <= half ? morning + minutes * 60_000 : afternoon + (minutes - half) * 60_000;
    return new Date(Math.floor(at));
  };
}

type Halves = ReturnType<typeof halves>;

const halves = (day: Day, zone: Zone) => ({
  morning: instantAt(day, 8, 15, zone).getTime(),
  afternoon: instantAt(day, 13, 30, zone).getTime(),
});

/** Office minutes that have gone by on that day. */
function minutesOf(day: Day, now: Date, zone: Zone): number {
  const { morning, afternoon } = halves(day, zone);
  const since = (start: number, most: number) =>
    Math.max(0, Math.min(most, (now.getTime() - start) / 60_000));
  return since(morning, half) + since(afternoon, whole - half);
}
