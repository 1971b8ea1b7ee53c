import { type Day, dayOf, type WorkCalendar, type Zone } from '../lib/dates/index.ts';
import type { StaleDeal } from '../metrics/stale.ts';

/** What was told of an episode, which begins with the deal's last touch. */
export interface Told {
  readonly step: number;
  readonly toldAt: Date;
}

/**
 * The step of its episode that is due for a stale deal today, or null. The first at once; each further one when
 * the stage's limit has gone by again, or on the day on which a snooze asked for since then is over.
 */
export function dueStep(
  deal: Pick<StaleDeal, 'limit' | 'snoozedUntil'>,
  told: Told | undefined,
  today: { readonly day: Day; readonly zone: Zone; readonly calendar: WorkCalendar },
): number | null {
  if (!told) return 1;
  const toldOn = dayOf(told.toldAt, today.zone);
  const snoozed = deal.snoozedUntil?.toISOString().slice(0, 10);
  const isOver = snoozed && snoozed > toldOn && snoozed <= today.day;
  const isAgain = today.calendar.workingDaysBetween(toldOn, today.day) >= deal.limit;
  return isOver || isAgain ? told.step + 1 : null;
}
