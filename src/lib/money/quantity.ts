import { type Decimal, decimal } from './decimal.ts';
import { readFigures } from './number.ts';
import type { Token } from './tokens.ts';

/** Tokens and how far they have been read; a reader that returns undefined may have moved. */
export interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** The number before a unit, or the one after the last unit. */
export interface Quantity {
  readonly value: Decimal;
  /** The other reading of `1.250` before a unit. */
  readonly asDecimal?: Decimal;
  /** Digits of a whole number below 1000, zeros in front included; 0 for any other. */
  readonly width: number;
  readonly inWords: boolean;
  /** No number was said before the unit (`tỷ rưỡi`). */
  readonly bare: boolean;
}

/** Reads `1,25`, `hai mươi lăm`, `5 trăm`, `trăm rưỡi`, `nửa`. */
export function readQuantity(cursor: Cursor): Quantity | undefined {
  const token = cursor.tokens[cursor.at];
  const next = cursor.tokens[cursor.at + 1]?.kind;
  if (token?.kind === 'aHalf') {
    cursor.at++;
    return { value: decimal('0.5'), width: 0, inWords: true, bare: false };
  }
  if (token?.kind === 'figures' && next !== 'hundred' && next !== 'dozen') {
    cursor.at++;
    if (/^\d{1,3}$/.test(token.text)) {
      return { value: decimal(token.text), width: token.text.length, inWords: false, bare: false };
    }
    const figures = readFigures(token.text);
    if (!figures) return undefined;
    const asDecimal = figures.asDecimal === undefined ? {} : { asDecimal: decimal(figures.asDecimal) };
    return { value: decimal(figures.value), ...asDecimal, width: 0, inWords: false, bare: false };
  }
  const bare = token?.kind === 'hundred';
  const spoken = readHundreds(cursor) ?? readTens(cursor);
  if (spoken === undefined) return undefined;
  const width = spoken.hundreds ? 3 : String(spoken.value).length;
  // `trăm rưỡi` and `trăm hai` say their number; `trăm` alone is "some hundreds".
  return { value: decimal(String(spoken.value)), width, inWords: true, bare: bare && spoken.value === 100 };
}

interface Spoken {
  readonly value: number;
  readonly hundreds: boolean;
}

/** `hai trăm`, `2 trăm 50`, `trăm rưỡi`, `không trăm linh năm`; one digit after trăm is its tenths. */
function readHundreds(cursor: Cursor): Spoken | undefined {
  const { tokens, at } = cursor;
  const bare = tokens[at]?.kind === 'hundred';
  const count = bare ? 1 : tokens[at]?.kind === 'zero' ? 0 : digit(tokens[at]);
  if (!bare && tokens[at + 1]?.kind !== 'hundred') return undefined;
  if (count === undefined) return undefined;
  cursor.at += bare ? 1 : 2;
  const value = count * 100;
  const token = tokens[cursor.at];
  if (token?.kind === 'half') {
    cursor.at++;
    return { value: value + 50, hundreds: true };
  }
  if (token?.kind === 'odd') {
    const ones = digit(tokens[cursor.at + 1]) ?? last(tokens[cursor.at + 1]);
    cursor.at += 2;
    return ones === undefined ? undefined : { value: value + ones, hundreds: true };
  }
  if (token?.kind === 'figures' && /^[1-9]\d$/.test(token.text)) {
    cursor.at++;
    return { value: value + Number(token.text), hundreds: true };
  }
  const start = cursor.at;
  const rest = readTens(cursor);
  if (rest) {
    const tenths = cursor.at === start + 1 && rest.value < 10;
    return { value: value + rest.value * (tenths ? 10 : 1), hundreds: true };
  }
  cursor.at = start;
  const tenths = last(token);
  if (tenths === undefined) return { value, hundreds: true };
  cursor.at++;
  return { value: value + tenths * 10, hundreds: true };
}

/** `bảy`, `mười lăm`, `hai mươi mốt`, `5 chục`, and `hai lăm` for 25. A pair such as `hai ba` stays unread. */
function readTens(cursor: Cursor): Spoken | undefined {
  const first = cursor.tokens[cursor.at];
  const second = cursor.tokens[cursor.at + 1];
  if (first?.kind === 'ten' || first?.kind === 'anyTen') {
    cursor.at++;
    return { value: 10 + ones(cursor), hundreds: false };
  }
  const count = digit(first);
  if (count === undefined) return undefined;
  cursor.at++;
  if (second?.kind === 'dozen' || second?.kind === 'tens' || second?.kind === 'anyTen') {
    cursor.at++;
    return { value: count * 10 + (second.kind === 'dozen' ? 0 : ones(cursor)), hundreds: false };
  }
  const elided = first?.kind === 'digit' && count > 1 ? last(second) : undefined;
  if (elided === undefined) return { value: count, hundreds: false };
  cursor.at++;
  return { value: count * 10 + elided, hundreds: false };
}

/** The ones after tens; `năm` is left unread there: "mười năm" is ten years. */
function ones(cursor: Cursor): number {
  const token = cursor.tokens[cursor.at];
  const value = token?.kind === 'digit' && token.value !== 5 ? token.value : last(token);
  if (value === undefined) return 0;
  cursor.at++;
  return value;
}

function digit(token: Token | undefined): number | undefined {
  if (token?.kind === 'digit') return token.value;
  return token?.kind === 'figures' && /^[1-9]$/.test(token.text) ? Number(token.text) : undefined;
}

function last(token: Token | undefined): number | undefined {
  return token?.kind === 'last' ? token.value : undefined;
}
