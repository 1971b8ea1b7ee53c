import { fold, foldCompany, hasAccents, typoDistance } from '../../lib/fold.ts';

/**
 * How well a name fits what was typed: 0 it is the very name, 1 all that was typed are words of it, 2 beginnings of
 * words, 3 but for a slip of the pen.
 */
export type Fit = 0 | 1 | 2 | 3;

/** A word of up to three letters must be right; longer ones may have one slip, long ones two. */
const slips = (word: string) => (word.length <= 3 ? 0 : word.length <= 6 ? 1 : 2);

/** Whether a word is a typed one but for slips of the pen. */
export const isNear = (typed: string, word: string) =>
  typoDistance(typed, word, slips(typed)) <= slips(typed);

/**
 * How well `name` fits `query`, or null. Accents, case, spacing, word order and legal forms do not matter; when
 * accents were typed, a name whose accents differ is no better than a misspelt one.
 */
export const fitOf = (query: string, name: string): Fit | null => judge(query)(name);

/** The same for many names. */
function judge(query: string): (name: string) => Fit | null {
  const [wanted, folded, said] = [foldCompany(query), fold(query), exactly(query)];
  const typed = wanted.split(' ').filter(Boolean);
  const accented = hasAccents(query);
  return (name) => {
    const have = foldCompany(name);
    const accentsDiffer = accented && !said.split(' ').every((word) => exactly(name).includes(word));
    if (wanted === have || folded === fold(name)) return accentsDiffer && said !== exactly(name) ? 3 : 0;
    const words = have.split(' ');
    if (typed.length === 0) return null;
    if (typed.every((word) => words.some((w) => w.startsWith(word)))) {
      if (accentsDiffer) return 3;
      return typed.every((word) => words.includes(word)) ? 1 : 2;
    }
    return typed.every((word) => words.some((w) => w.startsWith(word) || isNear(word, w))) ? 3 : null;
  };
}

/** Case and spacing only. */
const exactly = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * The best of what fits, best first; equals keep their order. What fits only together with another name, as of the
 * company, comes behind what fits by its own.
 */
export function ranked<T>(
  query: string,
  rows: readonly T[],
  nameOf: (row: T) => string,
  besides: (row: T) => string | null = () => null,
): { row: T; fit: Fit }[] {
  const fits = judge(query);
  return rows
    .flatMap((row) => {
      const own = fits(nameOf(row));
      const other = own === null || own === 3 ? besides(row) : null;
      const together = other && fits(`${nameOf(row)} ${other}`);
      const fit = typeof together === 'number' ? (Math.max(2, together) as Fit) : own;
      return fit === null ? [] : [{ row, fit }];
    })
    .sort((a, b) => a.fit - b.fit);
}
