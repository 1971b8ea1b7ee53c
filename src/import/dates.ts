import { makeDay } from '../lib/dates/calendar.ts';
import { type Day, dayOf, readDay, type Zone } from '../lib/dates/index.ts';
import { instantAt } from '../lib/dates/instants.ts';
import { type Reading, read, unread } from '../lib/errors.ts';
import { shown } from './cells.ts';

/** An instant. `day` is set when the file named only a day: then `at` is its local noon. */
export interface Moment {
  readonly at: Date;
  readonly day?: Day;
}

/** Reads the dates of one file. */
export interface Dates {
  /** Never later than the import itself. */
  moment(text: string): Reading<Moment>;
  day(text: string): Reading<Day>;
}

/** In which order a file writes day, month and year. */
export type Order = 'DMY' | 'MDY' | 'YMD';

/** `MM/DD/YYYY`, `d.m.yy` … → the order; undefined for anything else. */
export function readOrder(format: string): Order | undefined {
  const letters = format.toUpperCase().replace(/[^A-Z]/g, '');
  if (!/^[\s./-]*(?:[DMY]+[\s./-]*){3}$/i.test(format)) return undefined;
  const order = letters.replace(/(.)\1*/g, '$1');
  return order === 'DMY' || order === 'MDY' || order === 'YMD' ? order : undefined;
}

const NUMERIC = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/;

/**
 * The order that the dates of a file show: a first number over 12 is a day, a second one a day behind its month.
 * `unclear` when nothing shows it, or both occur; undefined when the file does not depend on it.
 */
export function orderOf(texts: Iterable<string>): Order | 'unclear' | undefined {
  let [dayFirst, monthFirst, either] = [false, false, false];
  for (const text of texts) {
    const [, a, b, c] = NUMERIC.exec(split(text).date) ?? [];
    if (!a || a.length > 2 || !c || c.length === 3) continue;
    if (Number(a) > 12) dayFirst = true;
    else if (Number(b) > 12) monthFirst = true;
    else if (a !== b) either = true;
  }
  if (dayFirst !== monthFirst) return dayFirst ? 'DMY' : 'MDY';
  return dayFirst || either ? 'unclear' : undefined;
}

/** A reader for dates of this order; ISO dates and those with a month's name are always read. */
export function createDates(order: Order, zone: Zone, now: Date): Dates {
  const noons = new Map<Day, Date>();
  const today = dayOf(now, zone);

  function noon(day: Day): Date {
    const at = noons.get(day) ?? instantAt(day, 12, 0, zone);
    noons.set(day, at);
    return at;
  }

  function day(text: string): Reading<Day> {
    const [, a = '', b = '', c = ''] = NUMERIC.exec(text) ?? [];
    const found = a ? numbered(a, b, c, order) : undefined;
    if (found) return read(found);
    if (!a && /\p{L}.*\d{4}|\d{4}.*\p{L}/u.test(text)) return readDay(text, { today, prefer: 'past' });
    return unread('import.date', { text: shown(text) });
  }

  return {
    day: (text) => day(split(text).date),
    moment(text) {
      const { date, time } = split(text);
      const found = day(date);
      if (!found.ok) return found;
      const at = time
        ? timed(found.value, time, zone)
        : found.value <= today
          ? earlier(noon(found.value), now)
          : null;
      if (at === undefined) return unread('import.date', { text: shown(text) });
      if (at === null || at > now) return unread('import.future', { text: shown(text) });
      return read(time ? { at } : { at, day: found.value });
    },
  };
}

const earlier = (a: Date, b: Date) => (a < b ? a : b);

function numbered(a: string, b: string, c: string, order: Order): Day | undefined {
  if (a.length >= 3) return a.length === 4 ? makeDay(Number(a), Number(b), Number(c)) : undefined;
  const [y, m, d] = order === 'YMD' ? [a, b, c] : order === 'MDY' ? [c, a, b] : [c, b, a];
  if (y.length !== 4 && y.length !== 2) return undefined;
  return makeDay(Number(y.length === 2 ? `20${y}` : y), Number(m), Number(d));
}

const TIME =
  /[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm)? ?(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i;

/** The date and, behind it, the time of day. */
function split(text: string): { date: string; time?: RegExpExecArray } {
  const time = TIME.exec(text);
  return time ? { date: text.slice(0, time.index), time } : { date: text };
}

/** The instant of a clock on a day, by the offset that is written or in `zone`. */
function timed(day: Day, time: RegExpExecArray, zone: Zone): Date | undefined {
  const [, h, m, s = '0', fraction = '', half = '', offset = ''] = time;
  const [hour, minute, second] = [hourOf(Number(h), half.toLowerCase()), Number(m), Number(s)];
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  const millis = second * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  if (!offset) return new Date(instantAt(day, hour, minute, zone).getTime() + millis);
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(offset) ?? [];
  const shift = sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute - shift) * 60_000 + millis);
}

function hourOf(hour: number, half: string): number | undefined {
  if (!half) return hour <= 23 ? hour : undefined;
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'pm' ? 12 : 0) : undefined;
}
