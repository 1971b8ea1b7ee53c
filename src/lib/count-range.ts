import { type Reading, read, unread } from './errors.ts';
import { shorten } from './text.ts';

/** From the least to the most, both included; null: no limit on that side. */
export interface CountRange {
  readonly min: number | null;
  readonly max: number | null;
}

const largest = 10_000_000;
const BOUND = /^(>=|<=|≥|≤|>|<|từ|tu|trên|tren|over|from|dưới|duoi|under)?\s*(\d{1,8})\s*(\+)?$/i;
const BETWEEN = /^(\d{1,8})\s*(?:\.\.\.?|-|–|đến|den|to)\s*(\d{1,8})$/i;

/** Reads `>50`, `<=200`, `50+`, `10..200` or one number. */
export function readCountRange(text: string): Reading<CountRange, 'size.unreadable'> {
  // Digits are grouped by one mark before exactly three of them.
  const typed = text.trim().replace(/(\d)[.,](?=\d{3}(?!\d))/g, '$1');
  const range = between(typed) ?? bound(typed);
  const [low, high] = [range?.min ?? 0, range?.max ?? largest];
  return range && low <= high && high <= largest
    ? read(range)
    : unread('size.unreadable', { text: shorten(text, 40) });
}

function between(text: string): CountRange | undefined {
  const [, min, max] = BETWEEN.exec(text) ?? [];
  return min && max ? { min: Number(min), max: Number(max) } : undefined;
}

function bound(text: string): CountRange | undefined {
  const [, word = '', digits, plus] = BOUND.exec(text) ?? [];
  if (!digits || (word && plus)) return undefined;
  const n = Number(digits);
  if (plus || /^(>=|≥|từ|tu|from)$/i.test(word)) return { min: n, max: null };
  if (/^(>|trên|tren|over)$/i.test(word)) return { min: n + 1, max: null };
  if (/^(<=|≤)$/.test(word)) return { min: null, max: n };
  if (word) return { min: null, max: n - 1 };
  return { min: n, max: n };
}

/** As `readCountRange` reads it. */
export function formatCountRange({ min, max }: CountRange): string {
  if (min !== null && max !== null) return min === max ? String(min) : `${min}..${max}`;
  // What was said as «more than 50» is said so again.
  if (min !== null) return min % 10 === 1 ? `>${min - 1}` : `>=${min}`;
  return max !== null && max % 10 === 9 ? `<${max + 1}` : `<=${max}`;
}
