/** An exact decimal: `units` × 10^-`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Parses a plain decimal such as `12000.50`; throws on anything else. */
export function decimal(text: string): Decimal {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? fail(text);
  return { units: BigInt(sign + whole + fraction), scale: fraction.length };
}

function fail(text: string): never {
  throw new RangeError(`not a plain decimal: ${text}`);
}

/** `value` × 10^`power`. */
export function shift(value: Decimal, power: number): Decimal {
  const scale = value.scale - power;
  return scale < 0 ? { units: value.units * 10n ** BigInt(-scale), scale: 0 } : { units: value.units, scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale) + rescale(b, scale), scale };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = rescale(a, scale) - rescale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `a` ÷ `b` rounded half away from zero to `places`; `b` must not be zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const numerator = rescale(a, scale) * 10n ** BigInt(places);
  const denominator = rescale(b, scale);
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const [n, d] = [abs(numerator), abs(denominator)];
  return { units: (sign * (2n * n + d)) / (2n * d), scale: places };
}

/** The plain text without needless zeros: `1200000000`, `12000.5`. */
export function print(value: Decimal): string {
  const sign = value.units < 0n ? '-' : '';
  const digits = abs(value.units)
    .toString()
    .padStart(value.scale + 1, '0');
  const point = digits.length - value.scale;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return sign + digits.slice(0, point) + (fraction && `.${fraction}`);
}

function rescale(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n;
}
