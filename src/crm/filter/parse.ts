import { type Reading, read, unread } from '../../lib/errors.ts';
import { fold, nearest } from '../../lib/fold.ts';

/** One value that is asked for: it itself, what comes before or after it, or what lies between two. */
export type Test =
  | {
      readonly op: '=' | '<' | '<=' | '>' | '>=';
      readonly text: string;
      /** What commas outside quotes part it into, for values that may be several: `tag:a, b`. */
      readonly parts?: readonly string[];
    }
  | { readonly op: '..'; readonly from: string; readonly to: string };

export interface Condition {
  readonly field: string;
  /** What does not fit is wanted. */
  readonly not: boolean;
  /** One of them is enough. */
  readonly tests: readonly Test[];
}

/** What a filter says: words of the name, and conditions that all hold. */
export interface Filter {
  readonly words: string;
  readonly conditions: readonly Condition[];
}

export type FilterProblem = 'key.unknown' | 'key.unknown_near' | 'filter.no_value' | 'filter.no_key';

/** How keys and values are compared: folded, with hyphens as spaces. */
export const plainly = (text: string) => fold(text.replaceAll(/[-_]/g, ' ')).replaceAll(/\s+/g, ' ').trim();

/** Words for what a record does not say: `phone:none`, `-owner:none`. */
const nothing = ['none', 'empty', 'nobody', 'trong', 'chua co', 'chua co ai', 'khong co', 'khong co ai'];

export const meansNothing = (text: string) => nothing.includes(plainly(text));

/** Words for all that the asker sees: `task list all`. */
const everybody = ['all', 'everybody', 'everyone', 'tat ca', 'moi nguoi', 'ca nhom', 'ca team'];

export const meansEverybody = (text: string) => everybody.includes(plainly(text));

const QUOTED = `"[^"“”„]*["”]|“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|'[^']*'|‘[^‘’]*’`;
const WORD = new RegExp(
  `(-)?(?:(?:(${QUOTED})|(\\p{L}[\\p{L}\\p{N}_-]*))(?::(?!//)|~))?(?:(${QUOTED})(?=[\\s,;]|$)|(\\S*))`,
  'gu',
);

interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** A comma stands behind the quotes: the value goes on. */
  readonly goesOn?: true;
}

interface Begun {
  readonly field: string;
  readonly not: boolean;
  readonly key: string;
  readonly said: Piece[];
}

/** More or less than a figure: what it is compared with stands before it, with a colon or without. */
const COMPARES = /^(?:[<>]=?|=[<>]|[≥≤])(?:[\d$€₫].*)?$/u;

const longestKey = 3;
const unquote = (text: string) => text.slice(1, -1);

/**
 * Reads `hoàng long industry:IT size:>50 -tag:"hội thảo" tier:vip|customer`. `keys` has the fields by what they are
 * called (`plainly`). A value goes on until the next key unless it is quoted, as on a line. Pure.
 */
export function readFilter(text: string, keys: ReadonlyMap<string, string>): Reading<Filter, FilterProblem> {
  const words: Piece[] = [];
  const begun: Begun[] = [];
  let into = words;
  const matches = [...text.normalize('NFC').matchAll(WORD)].filter(([all]) => all !== '');
  for (const [i, [, minus = '', quotedKey, bareKey, quoted, bare = '']] of matches.entries()) {
    const last = quotedKey ? unquote(quotedKey) : bareKey;
    const piece = quoted ? { text: unquote(quoted), quoted: true } : { text: bare, quoted: false };
    if (last === undefined) {
      const before = into.at(-1);
      if (!minus && COMPARES.test(bare)) {
        const found = before && !before.quoted && keyAt(keys, trimmed(before), into.slice(0, -1));
        if (found) {
          const [first] = into.splice(into.length - found.back - 1);
          const key = found.key.replace(/^-/, '');
          into = [piece];
          begun.push({ field: found.field, key, not: first?.text.startsWith('-') ?? false, said: into });
          continue;
        }
        const figure = matches.slice(i, i + 3).map(([all]) => all);
        const text = figure.join(' ').trim();
        if (into === words && /^[<>=≥≤]+ *[\d$€₫]/.test(text)) return unread('filter.no_key', { text });
      }
      if (before?.quoted && /^[,;]+$/.test(bare)) {
        into[into.length - 1] = { ...before, goesOn: true };
        continue;
      }
      // Behind a quoted value, and with a quoted text behind a value, the name goes on.
      const listed = before?.goesOn || (!before?.quoted && /[,;]$/.test(before?.text ?? ''));
      if (before && !listed && (before.quoted || quoted)) into = words;
      if (minus || trimmed(piece)) into.push({ ...piece, text: minus + piece.text });
      continue;
    }
    const found = keyAt(keys, last, minus || quotedKey ? [] : into);
    if (!found) {
      const near = last.length > 3 ? nearest(plainly(last), keys.keys(), last.length > 5 ? 2 : 1) : undefined;
      return near ? unread('key.unknown_near', { key: last, near }) : unread('key.unknown', { key: last });
    }
    const taken = into.splice(into.length - found.back, found.back);
    const not = minus !== '' || (taken[0]?.text.startsWith('-') ?? false);
    into = piece.text || piece.quoted ? [piece] : [];
    begun.push({ field: found.field, key: found.key, not, said: into });
  }
  const conditions: Condition[] = [];
  for (const { field, key, not, said } of begun) {
    const tests = valuesOf(said);
    if (tests.length === 0) return unread('filter.no_value', { key });
    conditions.push({ field, not, tests });
  }
  return read({ words: words.map(trimmed).join(' '), conditions });
}

/** A comma behind a word only parts. */
const trimmed = ({ text, quoted }: Piece) => (quoted ? text : text.replace(/[,;]+$/, ''));

/** Stands for a comma that is outside quotes, while a value is put together. */
const COMMA = '\u0000';

/** The values of a key, parted by `|`. */
function valuesOf(said: readonly Piece[]): Test[] {
  const shown = said.map(({ text, quoted, goesOn }) =>
    quoted ? text + (goesOn ? COMMA : '') : text.replaceAll(/[,;]/g, COMMA),
  );
  const values = shown.join(' ').split('|');
  return values.flatMap((value) => {
    const parts = value.split(COMMA).flatMap((part) => part.trim() || []);
    const text = value.replaceAll(new RegExp(`${COMMA}+(?=\\s|$)`, 'g'), '').replaceAll(COMMA, ',');
    const test = text.trim() && testOf(text.trim());
    if (!test) return [];
    return [test.op === '=' && parts.length > 1 ? { ...test, parts } : test];
  });
}

/** The key that ends in this word, with as many words before it as make one: `quy mô:>50`. */
function keyAt(keys: ReadonlyMap<string, string>, last: string, before: readonly Piece[]) {
  for (let back = Math.min(longestKey, before.length); back >= 0; back--) {
    const pieces = before.slice(before.length - back);
    if (pieces.some((piece) => piece.quoted)) continue;
    const key = [...pieces.map((piece) => trimmed(piece).replace(/^-/, '')), last].join(' ');
    const field = keys.get(plainly(key));
    if (field) return { field, key, back };
  }
  return undefined;
}

function testOf(text: string): Test {
  const [, from = '', to = ''] = /^(.*?)\s*(?:\.\.+|…)\s*(.*)$/s.exec(text) ?? [];
  if (from && to) return { op: '..', from, to };
  if (from || to) return { op: from ? '>=' : '<=', text: from || to };
  const [, sign = '', rest = ''] = /^(>=|<=|≥|≤|=>|=<|[<>=])?\s*(.*)$/s.exec(text) ?? [];
  const op = { '≥': '>=', '≤': '<=', '=>': '>=', '=<': '<=', '': '=' }[sign] ?? sign;
  return { op: op as '=', text: rest };
}
