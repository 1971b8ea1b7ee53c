import { addDays, type Day, dayOf, instantAt, type WorkCalendar, type Zone } from '../lib/dates/index.ts';
import { startOf } from '../lib/dates/period.ts';

/** When something is to happen, by the clock of a zone. */
export interface Schedule {
  /** Minutes after midnight. */
  readonly minute: number;
  readonly days: 'WORKDAYS' | 'DAILY';
  readonly zone: Zone;
}

/** One time it is to happen. There is one a day at most, so its day names it. */
export interface Slot {
  readonly day: Day;
  readonly at: Date;
}

/** How long after its time a slot that was missed is still made up for: a morning's digest not in the evening. */
export const graceMs = 6 * 3_600_000;

/**
 * The latest slot that is due at `now` and not older than the grace time. A clock that jumps over the minute of a
 * slot moves it to the same distance after the jump; one that shows it twice has it the first time.
 */
export function dueSlot(schedule: Schedule, now: Date, calendar: WorkCalendar): Slot | null {
  const { minute, days, zone } = schedule;
  const today = dayOf(now, zone);
  for (const day of [today, addDays(today, -1)]) {
    const at = instantAt(day, Math.floor(minute / 60), minute % 60, zone);
    const late = now.getTime() - at.getTime();
    if (late < 0 || (days === 'WORKDAYS' && !calendar.isWorkingDay(day))) continue;
    return late < graceMs ? { day, at } : null;
  }
  return null;
}

/** What comes once a quarter is worth a week's delay. */
const quarterGraceMs = 7 * 86_400_000;

/** The time of this minute on the first working day of the quarter that `now` is in, where it is due and no older. */
export function dueInQuarter(
  { minute, zone }: Pick<Schedule, 'minute' | 'zone'>,
  now: Date,
  calendar: WorkCalendar,
): Date | null {
  const first = startOf(dayOf(now, zone), 'quarter');
  const day = calendar.addWorkingDays(addDays(first, -1), 1);
  const at = instantAt(day, Math.floor(minute / 60), minute % 60, zone);
  const late = now.getTime() - at.getTime();
  return late >= 0 && late < quarterGraceMs ? at : null;
}
