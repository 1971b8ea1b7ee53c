/** An exact amount: a plain decimal such as `1200000000` or `12000.5` (never a float) in an ISO 4217 currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const digits = new Map<string, number>();

/** How many decimals the currency has: 0 for VND, 2 for USD and EUR. */
export function minorDigits(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const found = format.resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}
