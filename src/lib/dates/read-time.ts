import { type Reading, read, unread } from '../errors.ts';
import { fold } from '../fold.ts';
import { plain, shown, words } from './grammar.ts';

/** A wall clock, `hour` from 0 to 23. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

export type TimeProblem =
  | 'time.unreadable' // { text }
  | 'time.which'; // { text, earlier, later } as HH:MM: "3h" in the night or in the afternoon?

const PART = '(?<part>sáng|trưa|chiều|tối|đêm)';
const CLOCK = words(
  `(?<hour>\\d{1,2})(?::(?<colon>\\d{2})| ?(?:h|g|giờ)(?: ?(?<more>\\d{1,2}|rưỡi)(?:p|ph| phút)?)?)(?: ${PART})?`,
);
const HALF = words(`(?<hour>\\d{1,2}) (?<more>rưỡi) ${PART}`);
const ENGLISH = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m|p\.m)\.?$/;

/** Which hours of the clock a part of the day has, as people name them. */
const PARTS: Record<string, (hour: number) => number | undefined> = {
  sang: (h) => (h <= 11 ? h : undefined),
  trua: (h) => (h >= 10 && h <= 13 ? h : h === 1 || h === 2 ? h + 12 : undefined),
  chieu: (h) => (h >= 12 && h <= 18 ? h : h >= 1 && h <= 6 ? h + 12 : undefined),
  toi: (h) => (h >= 17 && h <= 23 ? h : h >= 5 && h <= 11 ? h + 12 : undefined),
  dem: (h) => (h >= 21 || (h >= 1 && h <= 4) ? h : h >= 9 && h <= 11 ? h + 12 : undefined),
};

/** Reads 08:30, 8h30, 8 giờ rưỡi, 3 giờ chiều, 3pm. A clock with a colon has 24 hours; a bare "3h" is asked about. */
export function readTimeOfDay(text: string): Reading<TimeOfDay, TimeProblem> {
  const typed = plain(text);
  if (typed === 'noon') return read({ hour: 12, minute: 0 });
  return english(typed) ?? vietnamese(typed) ?? unread('time.unreadable', { text: shown(text) });
}

function english(text: string): Reading<TimeOfDay, TimeProblem> | undefined {
  const match = ENGLISH.exec(text);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hour < 1 || hour > 12 || minute > 59) return undefined;
  return read({ hour: (hour % 12) + (match[3]?.startsWith('p') ? 12 : 0), minute });
}

function vietnamese(text: string): Reading<TimeOfDay, TimeProblem> | undefined {
  const { hour: digits, colon, more, part } = (CLOCK.exec(text) ?? HALF.exec(text))?.groups ?? {};
  if (!digits) return undefined;
  const minute = more && fold(more) === 'ruoi' ? 30 : Number(colon ?? more ?? 0);
  const hour = part ? PARTS[fold(part)]?.(Number(digits)) : Number(digits);
  if (hour === undefined || hour > 23 || minute > 59) return undefined;
  // Nobody says whether three o'clock is at night: they mean the afternoon, mostly, but not always.
  if (!part && !colon && digits.length === 1 && hour >= 1 && hour <= 5) {
    return unread('time.which', { text, earlier: clock(hour, minute), later: clock(hour + 12, minute) });
  }
  return read({ hour, minute });
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
