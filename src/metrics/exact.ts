import { type Decimal, decimal, divide, print, shift } from '../lib/money/decimal.ts';

type Numeral = string | number;

/** a ÷ b to two digits, half away from zero; null where b is nothing. */
export function ratio(a: Numeral, b: Numeral): string | null {
  return over(decimal(String(a)), decimal(String(b)));
}

/** a ÷ b in percent, likewise: `percent(4238, 6711)` is 63.15. */
export function percent(a: Numeral, b: Numeral): string | null {
  return over(shift(decimal(String(a)), 2), decimal(String(b)));
}

/** Elapsed seconds in days of 86,400 seconds, shared among `count`. */
export function days(seconds: Numeral, count = 1): string | null {
  return over(decimal(String(seconds)), decimal(String(86_400 * count)));
}

function over(a: Decimal, b: Decimal): string | null {
  return b.units === 0n ? null : print(divide(a, b, 2));
}

/** A decimal of the database without needless zeros. */
export function plain(value: string): string {
  return print(decimal(value));
}
