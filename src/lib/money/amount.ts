import { add, compare, type Decimal, decimal, shift } from './decimal.ts';
import { type Cursor, type Quantity, readQuantity } from './quantity.ts';
import type { Token } from './tokens.ts';

/** One way to understand an amount whose currency has been taken off. */
export interface Amount {
  readonly value: Decimal;
  /** `vague`: no number was said (`trăm triệu`); `unitless`: a number in words without nghìn, triệu or tỷ. */
  readonly lacks?: 'vague' | 'unitless';
}

/** Every way to read the whole of `tokens` as one amount; none when it is not one. */
export function readAmount(tokens: readonly Token[]): Amount[] {
  const cursor: Cursor = { tokens, at: 0 };
  const bare = tokens[0]?.kind === 'unit';
  const first: Quantity | undefined = bare
    ? { value: decimal('1'), width: 1, inWords: true, bare: true }
    : readQuantity(cursor);
  if (!first || isPadded(first)) return [];
  if (cursor.at === tokens.length) {
    return [first.inWords ? { value: first.value, lacks: 'unitless' } : { value: first.value }];
  }
  const power = readUnit(cursor);
  if (power === undefined) return [];
  const value = shift(first.value, power);
  if (cursor.at === tokens.length) {
    if (first.asDecimal) return [{ value: shift(first.asDecimal, power) }, { value }];
    return [first.bare ? { value, lacks: 'vague' } : { value }];
  }
  // Only whole numbers go on: `1,5 tỷ 200` may mean anything.
  if (first.value.scale > 0 || first.asDecimal) return [];
  return readRest(cursor, value, power, bare).map((rest) => ({ value: rest }));
}

/** What follows the first unit: further terms (`2tr`), then half, tenths or the next unit down (`5`, `200`). */
function readRest(cursor: Cursor, sum: Decimal, power: number, bare: boolean): Decimal[] {
  const { tokens } = cursor;
  const token = tokens[cursor.at];
  const isLast = cursor.at === tokens.length - 1;
  if (token?.kind === 'half') return isLast ? [add(sum, shift(decimal('5'), power - 1))] : [];
  // `120m2` and `1m5` are measures; `tr5` and `tỷ 2` are nothing that people write.
  const measure = tokens[cursor.at - 1]?.text === 'm';
  if (token?.kind === 'last' && isLast && token.value !== 5 && !measure) {
    return [add(sum, shift(decimal(String(token.value)), power - 1))];
  }
  const next = readQuantity(cursor);
  if (!next || next.bare || next.asDecimal || (bare && !next.inWords)) return [];
  if (cursor.at === tokens.length) {
    if (measure) return [];
    return tailPowers(next.width, power).map((tail) => add(sum, shift(next.value, tail)));
  }
  const smaller = readUnit(cursor);
  if (smaller === undefined || bare) return [];
  if (power === 3 && smaller === 9 && next.width === 3) {
    // hai nghìn năm trăm tỷ
    const billions = shift(add(sum, next.value), 9);
    return cursor.at === tokens.length ? [billions] : [];
  }
  const term = shift(next.value, smaller);
  if (smaller >= power || compare(term, shift(decimal('1'), power)) >= 0) return [];
  if (cursor.at === tokens.length) return [add(sum, term)];
  return next.value.scale > 0 ? [] : readRest(cursor, add(sum, term), smaller, false);
}

/** One digit is tenths of the unit, three are the next unit down; two might be either, so both are given. */
function tailPowers(width: number, power: number): number[] {
  if (width === 1) return [power - 1];
  if (width === 2) return [power - 3, power - 2];
  return width === 3 ? [power - 3] : [];
}

/** Reads triệu, or the pair nghìn tỷ, as a power of ten. */
function readUnit(cursor: Cursor): number | undefined {
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'unit') return undefined;
  cursor.at++;
  const next = cursor.tokens[cursor.at];
  if (token.power !== 3 || next?.kind !== 'unit' || next.power !== 9) return token.power;
  cursor.at++;
  return 12;
}

/** `05` and `không trăm năm mươi` can only continue an amount. */
function isPadded(quantity: Quantity): boolean {
  return quantity.width > String(quantity.value.units).length;
}
