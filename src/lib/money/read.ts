import { type Reading, read, unread } from '../errors.ts';
import { plain, shorten } from '../text.ts';
import { type Amount, readAmount } from './amount.ts';
import { compare, print } from './decimal.ts';
import { diagnose, type Refusal } from './diagnose.ts';
import { type Money, minorDigits } from './money.ts';
import { type Token, tokenize } from './tokens.ts';

/**
 * Every one has the argument `text`, cut short. `two_readings` also `a` and `b` (plain decimals, the smaller
 * first) and `currency`; `decimals` also `currency` and `digits`; `too_large` also `digits`.
 */
export type MoneyProblem =
  | Refusal
  | 'money.two_readings'
  | 'money.no_unit'
  | 'money.decimals'
  | 'money.too_large';

/** The most digits of an amount, decimals included. */
export const MAX_DIGITS = 18;
const MAX_LENGTH = 120;
// A Vietnamese mobile number with its country code; as an amount it would be 84 billion and odd.
const BARE_PHONE = /^84[35789]\d{8}(?<!000)$/;

/**
 * Reads an amount as people write it in Vietnamese or English: `1,2 tỷ`, `2tr5`, `hai tỷ rưỡi`, `$12k`.
 * Exact and never negative; what has no single certain reading is a problem. `defaultCurrency` is ISO 4217.
 */
export function readMoney(text: string, defaultCurrency: string): Reading<Money, MoneyProblem> {
  const args = { text: plain(shorten(text.trim(), 40)) };
  const line = normalize(text);
  if (line.length > MAX_LENGTH) return unread('money.unreadable', args);
  const tokens = tokenize(line, defaultCurrency);
  const { inner, codes } = takeCurrency(tokens);
  const currency = codes[0] ?? defaultCurrency;
  const amounts = codes.some((code) => code !== currency) ? [] : readAbout(inner);
  const [first, second] = distinct(amounts);
  if (!first || BARE_PHONE.test(line)) return unread(diagnose(line, tokens), args);
  if (second) {
    const [a, b] = [print(first.value), print(second.value)];
    return unread('money.two_readings', { ...args, a, b, currency });
  }
  if (first.lacks === 'vague') return unread('money.vague', args);
  // In a sale "năm trăm" is 500 thousand or 500 million, hardly ever 500.
  if (first.lacks === 'unitless' && codes.length === 0) return unread('money.no_unit', args);
  const amount = print(first.value);
  const digits = minorDigits(currency);
  // `500.0000` is more likely a slip in the groups than four decimals.
  if ((amount.split('.')[1] ?? '').length > digits || first.value.scale > Math.max(digits, 2)) {
    return unread('money.decimals', { ...args, currency, digits });
  }
  if (amount.replace('.', '').length > MAX_DIGITS) {
    return unread('money.too_large', { ...args, digits: MAX_DIGITS });
  }
  return read({ amount, currency });
}

function normalize(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/(?<=[\p{L}\p{Sc}])[.!]$/u, '');
}

/** Takes the currency off both ends; `khoảng` may stand before the one in front. */
function takeCurrency(tokens: readonly Token[]): { inner: Token[]; codes: string[] } {
  const inner = [...tokens];
  const codes: string[] = [];
  const abouts: Token[] = [];
  while (inner[0]?.kind === 'about') abouts.push(...inner.splice(0, 1));
  if (inner[0]?.kind === 'currency') {
    codes.push(inner[0].code);
    inner.shift();
  }
  const end = inner.at(-1);
  if (end?.kind === 'currency') {
    codes.push(end.code);
    inner.pop();
  }
  return { inner: [...abouts, ...inner], codes };
}

/** Drops "about". `tam` without accents may be that (tầm) or eight (tám): both are tried. */
function readAbout(tokens: readonly Token[]): Amount[] {
  const [head, ...rest] = tokens;
  if (head?.kind === 'about') return readAbout(rest);
  const amounts = readAmount(tokens);
  return head?.text === 'tam' ? [...amounts, ...readAbout(rest)] : amounts;
}

/** The different amounts, the smallest first. */
function distinct(amounts: readonly Amount[]): Amount[] {
  const sorted = amounts.toSorted((a, b) => compare(a.value, b.value));
  return sorted.filter((amount, i) => {
    const before = sorted[i - 1];
    return !before || compare(before.value, amount.value) !== 0;
  });
}
