import { compare, type Decimal, decimal, divide, print, shift } from './money/decimal.ts';
import { type Money, minorDigits } from './money/index.ts';

export type Locale = 'vi' | 'en';

/** `1.250.000.000 ₫`, `12.000 US$`; in English `1,250,000,000 ₫`, `$12,000`. Decimals only where there are any. */
export function formatMoney(money: Money, locale: Locale): string {
  const digits = minorDigits(money.currency);
  const whole = print(divide(decimal(money.amount), decimal('1'), digits));
  const isWhole = !whole.includes('.');
  const number = intl(whole, locale, {
    minimumFractionDigits: isWhole ? 0 : digits,
    maximumFractionDigits: digits,
  });
  return withCurrency(number, money.currency, locale);
}

/** For titles: `1,25 tỷ ₫`, `960 tr ₫`, `500 nghìn ₫`; in English `1.25B ₫`, `$12K`. */
export function formatMoneyShort(money: Money, locale: Locale): string {
  return withCurrency(formatShort(money.amount, locale), money.currency, locale);
}

const STEPS: readonly { power: number; vi: string; en: string }[] = [
  { power: 0, vi: '', en: '' },
  { power: 3, vi: '\u00a0nghìn', en: 'K' },
  { power: 6, vi: '\u00a0tr', en: 'M' },
  { power: 9, vi: '\u00a0tỷ', en: 'B' },
  { power: 12, vi: '\u00a0nghìn\u00a0tỷ', en: 'T' },
];

/** For chart labels: a plain decimal in at most three significant digits, rounded half up: `1,25 tỷ`, `960 tr`. */
export function formatShort(amount: string, locale: Locale): string {
  const value = decimal(amount);
  // From 999.5 up a step would be printed as 1000: the next one takes over.
  const step = STEPS.find(({ power }) => compare(magnitude(value), shift(decimal('999.5'), power)) < 0);
  const { power, ...unit } = step ?? (STEPS.at(-1) as (typeof STEPS)[number]);
  const number = intl(print(shift(value, -power)), locale, { maximumSignificantDigits: 3 });
  return number + unit[locale];
}

/** A count or a plain decimal with the language's marks, at most two decimals or as told: `8.800`, `12,5`. */
export function formatNumber(value: number | string, locale: Locale, decimals = 2): string {
  return intl(String(value), locale, { maximumFractionDigits: decimals });
}

/** `63,15%`: numerator ÷ denominator (counts or plain decimals), rounded once; undefined for ÷ 0. */
export function formatPercent(
  numerator: number | string,
  denominator: number | string,
  locale: Locale,
  decimals = 2,
): string | undefined {
  const whole = decimal(String(denominator));
  if (whole.units === 0n) return undefined;
  const percent = divide(shift(decimal(String(numerator)), 2), whole, decimals);
  return `${intl(print(percent), locale, { maximumFractionDigits: decimals })}%`;
}

/** Intl is given text, not a float, so every digit counts; it rounds half away from zero. */
function intl(plain: string, locale: Locale, options: Intl.NumberFormatOptions): string {
  return formatter(locale, { useGrouping: true, ...options }).format(plain as Intl.StringNumericLiteral);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Made once each: to make one takes far longer than to use it, and a card uses many. */
function formatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, known);
  return known;
}

/** The sign goes where the language puts it; ₫ follows the number in English too, as it is written in Vietnam. */
function withCurrency(number: string, currency: string, locale: Locale): string {
  const format = formatter(currency === 'VND' ? 'vi' : locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  });
  const isNegative = number.startsWith('-');
  return format.format(isNegative ? -1 : 1).replace('1', () => (isNegative ? number.slice(1) : number));
}

function magnitude(value: Decimal): Decimal {
  return value.units < 0n ? { ...value, units: -value.units } : value;
}
