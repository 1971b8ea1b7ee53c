import { type Reading, read, unread } from './errors.ts';
import { plain, shorten } from './text.ts';

/** A phone number or an e-mail address, with whose or which it is where that was said. */
export interface Reach {
  readonly value: string;
  readonly label?: string;
}

export type ListProblem = 'list.too_many' | 'list.long';

const most = 20;
const longest = 200;

/** Texts parted by semicolons or line breaks, by commas where there are none of these; each once. */
export const readList = (text: string) => parted(text, /[;\n]/.test(text) ? /[;\n]/ : /,/);

function parted(text: string, by: RegExp): Reading<string[], ListProblem> {
  const parts = [
    ...new Set(
      text
        .split(by)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ];
  if (parts.length > most) return unread('list.too_many', { max: most, count: parts.length });
  const long = parts.find((part) => part.length > longest);
  return long ? unread('list.long', { max: longest, text: plain(shorten(long, 40)) }) : read(parts);
}

/** As people read it. */
export const formatList = (parts: readonly string[]) =>
  parts.join(parts.some((part) => part.includes(',')) ? '; ' : ', ');

/** As `readList` reads it: behind a single text with commas in it stands a semicolon. */
export const typedList = (parts: readonly string[]) =>
  formatList(parts) + (parts.length === 1 && parts[0]?.includes(',') ? ';' : '');

/**
 * Several numbers or addresses, the first the one to try first: `0912 345 678, 024 3822 1234 (thư ký)`. Each is read
 * by `one`, whose problem is that of the whole.
 */
export function readReaches<P extends string>(
  text: string,
  one: (text: string) => Reading<string, P>,
): Reading<Reach[], P | ListProblem> {
  const parts = parted(text, /[,;\n]/);
  if (!parts.ok) return parts;
  const reaches: Reach[] = [];
  for (const part of parts.value) {
    const [, said = part, label] = /^(.*?)\s*(?:\(([^()]*)\))?$/s.exec(part) ?? [];
    // `(028) 3822 1234` begins with its area code: what stands in brackets at the end is a label.
    const reading = one(said || part);
    if (!reading.ok) return reading;
    if (!reaches.some(({ value }) => value === reading.value))
      reaches.push({ value: reading.value, ...(label?.trim() && { label: label.trim() }) });
  }
  return read(reaches);
}

/** As `readReaches` reads it. */
export const formatReaches = (reaches: readonly Reach[], one: (value: string) => string = (value) => value) =>
  reaches.map(({ value, label }) => one(value) + (label ? ` (${label})` : '')).join(', ');
