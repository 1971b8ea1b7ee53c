import type { Field, Reader } from './field.ts';
import { said, type Token } from './tokens.ts';

type AnyField = Field<unknown, never>;

/** The number of a record or a task: `12`, `#12`, `D-12`, `d12`. */
export const idLike = /^[#＃]?(?:[dlpcv]-?)?\d+$/i;
/** The year in a title, the number of a lot: no amount while nothing but its place says so. */
const shortNumber = /^\d{1,4}$/;

const isText = (field?: AnyField) => field?.control.kind === 'text' && field.required;
const isName = ({ control, looksLike }: AnyField) => control.kind === 'lookup' && !looksLike;

/** Whether these words are a field's. Words that were meant for it and cannot be read are: the form says why. */
function fits(field: AnyField, words: readonly Token[], reader: Reader, sure: boolean): boolean {
  if (words.length > 1 && words.some((token) => token.quoted)) return false;
  const { kind } = field.control;
  const text = said(words);
  if (kind === 'lookup') return field.looksLike?.(text) ?? true;
  if (kind === 'text') return true;
  if (kind === 'money' && !sure && shortNumber.test(text)) return false;
  const reading = field.read(text, reader);
  if (reading.ok) return true;
  const { code } = reading.problem;
  // The letter that ends a title may be a unit: `Kho B 2 tỷ`.
  const behind = () =>
    words.length > 1 && code !== 'money.several' && field.read(said(words.slice(1)), reader).ok;
  return (/^\W?\d/.test(text) || behind()) && !code.endsWith('.unreadable');
}

/** One group of words per field, or null. `sure` is whether quotes or an id say where the first group begins. */
function groups(
  [field, ...rest]: readonly AnyField[],
  words: readonly Token[],
  reader: Reader,
  sure = true,
): string[] | null {
  if (!field) return words.length === 0 ? [] : null;
  const sizes = Array.from({ length: words.length - rest.length }, (_, i) => i + 1);
  for (const size of rest.length === 0 ? sizes.slice(-1) : sizes) {
    const [mine, others] = [words.slice(0, size), words.slice(size)];
    const parted = mine.at(-1)?.quoted || others[0]?.quoted === true;
    // A name may have any number of words: only quotes part it from a text.
    if (isName(field) && rest[0]?.control.kind === 'text' && !parted) continue;
    if (!fits(field, mine, reader, sure)) continue;
    const found = groups(rest, others, reader, parted);
    // A comma between two fields only parts.
    const ends = rest.length > 0 && !mine.at(-1)?.quoted;
    if (found) return [ends ? said(mine).replace(/[,;]$/, '') : said(mine), ...found];
  }
  return null;
}

/**
 * Shares words among positional fields: `Gia hạn Acme 1,2 tỷ` is a title and an amount; a quoted group is one value.
 * As many fields as can be filled are. Where nothing fits, each quoted group and each run between goes to the next
 * field, so that the form shows the mistake; there may be more of them than fields.
 */
export function split(fields: readonly AnyField[], words: readonly Token[], reader: Reader): string[] {
  const [first] = words;
  if (!first) return [];
  const named = fields[0] && isName(fields[0]) && fields.length > 1;
  if (named && !first.quoted && idLike.test(first.text))
    return [first.text, ...split(fields.slice(1), words.slice(1), reader)];
  // Where a name ends and a text begins cannot be told. So many words are the text; the name is looked up, or asked for.
  if (named && isText(fields[1]) && !words.some((token) => token.quoted)) {
    const others = split(fields.slice(1), words, reader);
    if (words.length > 3 || (others.length > 1 && others[0]?.includes(' '))) return ['', ...others];
  }
  for (let count = Math.min(fields.length, words.length); count > 0; count--) {
    const found = groups(fields.slice(0, count), words, reader);
    if (found) return found;
  }
  return runs(words);
}

function runs(words: readonly Token[]): string[] {
  const all: Token[][] = [];
  for (const token of words) {
    const run = all.at(-1);
    if (run && !token.quoted && !run[0]?.quoted) run.push(token);
    else all.push([token]);
  }
  return all.map(said);
}
