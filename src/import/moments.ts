import { dayOf, type Zone } from '../lib/dates/index.ts';
import type { Moment } from './dates.ts';
import type { Item } from './shelf.ts';

/** Whether a stored instant is the one that the file says; a day is any moment of it. */
export function isSame(moment: Moment, stored: Date, zone: Zone): boolean {
  return moment.day ? dayOf(stored, zone) === moment.day : moment.at.getTime() === stored.getTime();
}

/** The moment as an instant; on the very day of `earlier` a day without a time is not before it. */
export function notBefore(moment: Moment, earlier: Date, zone: Zone): Date {
  return moment.at < earlier && isSame(moment, earlier, zone) ? earlier : moment.at;
}

/** `createdAt` to store: what is stored where it is the same. */
export function stamp(moment: Moment, { id, values }: Item, zone: Zone): string {
  const was = String(values.createdAt);
  return id && isSame(moment, new Date(was), zone) ? was : moment.at.toISOString();
}
