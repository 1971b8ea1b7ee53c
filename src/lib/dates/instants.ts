import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, type Zone } from './calendar.ts';
import type { Period } from './period.ts';

/** The calendar day that it is in `zone` at this instant. */
export function dayOf(instant: Date, zone: Zone): Day {
  return inZone(instant, zone).toPlainDate().toString();
}

/** The same with the time that clocks show then, `14:30`. */
export function clockOf(instant: Date, zone: Zone): { readonly day: Day; readonly time: string } {
  const there = inZone(instant, zone);
  return {
    day: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The first instant of the day in `zone`: local midnight, or what the clocks jump to where they skip it. */
export function startOfDay(day: Day, zone: Zone): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** The period as instants in `zone`: `start` belongs to it, `end` (the start of the next day) does not. */
export function periodInstants(period: Period, zone: Zone): { start: Date; end: Date } {
  return { start: startOfDay(period.from, zone), end: startOfDay(addDays(period.to, 1), zone) };
}

/** The instant of a wall clock; one that the clocks skip moves forward by as much as they do. */
export function instantAt(day: Day, hour: number, minute: number, zone: Zone): Date {
  const clock = Temporal.PlainDate.from(day).toPlainDateTime({ hour, minute });
  return new Date(clock.toZonedDateTime(zone).epochMilliseconds);
}

function inZone(instant: Date, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
