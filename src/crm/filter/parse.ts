import { type Reading, read, unread } from '../../lib/errors.ts';
import { fold, nearest } from '../../lib/fold.ts';

/** One value that is asked for: it itself, what comes before or after it, or what lies between two. */
export type Test =
  | { readonly op: '=' | '<' | '<=' | '>' | '>='; readonly text: string }
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

export type FilterProblem = 'key.unknown' | 'key.unknown_near' | 'filter.no_value';

/** How keys and values are compared: folded, with hyphens as spaces. */
export const plainly = (text: string) => fold(text.replaceAll(/[-_]/g, ' ')).replaceAll(/\s+/g, ' ').trim();

/** Words for what a record does not say: `phone:none`, `-owner:none`. */
const nothing = ['none', 'empty', 'nobody', 'trong', 'chua co', 'chua co ai', 'khong co', 'khong co ai'];

export const meansNothing = (text: string) => nothing.includes(plainly(text));

const QUOTED = `"[^"“”„]*["”]|“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|'[^']*'|‘[^‘’]*’`;
const WORD = new RegExp(
  `(-)?(?:(?:(${QUOTED})|(\\p{L}[\\p{L}\\p{N}_-]*))(?::(?!//)|~))?(?:(${QUOTED})(?=[\\s,;]|$)|(\\S*))`,
  'gu',
);

interface Piece {
  readonly text: string;
  readonly quoted: boolean;
}

interface Begun {
  readonly field: string;
  readonly not: boolean;
  readonly key: string;
  readonly said: Piece[];
}

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
  for (const [all, minus = '', quotedKey, bareKey, quoted, bare = ''] of text
    .normalize('NFC')
    .matchAll(WORD)) {
    if (all === '') continue;
    const last = quotedKey ? unquote(quotedKey) : bareKey;
    const piece = quoted ? { text: unquote(quoted), quoted: true } : { text: trimmed(bare), quoted: false };
    if (last === undefined) {
      // Behind a quoted value, and with a quoted text behind a value, the name goes on.
      if (into.at(-1)?.quoted || (quoted && into.length > 0)) into = words;
      if (minus || piece.text) into.push({ ...piece, text: minus + piece.text });
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
    const tests = said
      .map((piece) => piece.text)
      .join(' ')
      .split('|')
      .map((value) => value.trim())
      .filter(Boolean)
      .map(testOf);
    if (tests.length === 0) return unread('filter.no_value', { key });
    conditions.push({ field, not, tests });
  }
  return read({ words: words.map((piece) => piece.text).join(' '), conditions });
}

/** A comma behind a word only parts. */
const trimmed = (text: string) => text.replace(/[,;]+$/, '');

/** The key that ends in this word, with as many words before it as make one: `quy mô:>50`. */
function keyAt(keys: ReadonlyMap<string, string>, last: string, before: readonly Piece[]) {
  for (let back = Math.min(longestKey, before.length); back >= 0; back--) {
    const pieces = before.slice(before.length - back);
    if (pieces.some((piece) => piece.quoted)) continue;
    const key = [...pieces.map((piece) => piece.text.replace(/^-/, '')), last].join(' ');
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
