import { fold, foldCompany, hasAccents, typoDistance } from '../../lib/fold.ts';

/**
 * How well a name fits what was typed: 0 it is the very name, 1 all that was typed are words of it, 2 beginnings of
 * words, 3 but for a slip of the pen.
 */
export type Fit = 0 | 1 | 2 | 3;

/** A word of up to three letters must be right; longer ones may have one slip, long ones two. */
const slips = (word: string) => (word.length <= 3 ? 0 : word.length <= 6 ? 1 : 2);

/**
 * How well `name` fits `query`, or null. Accents, case, spacing, word order and legal forms do not matter; when
 * accents were typed, a name whose accents differ is no better than a misspelt one.
 */
export function fitOf(query: string, name: string): Fit | null {
  const [wanted, have] = [foldCompany(query), foldCompany(name)];
  const accentsDiffer =
    hasAccents(query) &&
    !exactly(query)
      .split(' ')
      .every((word) => exactly(name).includes(word));
  if (wanted === have || fold(query) === fold(name))
    return accentsDiffer && exactly(query) !== exactly(name) ? 3 : 0;
  const words = have.split(' ');
  const typed = wanted.split(' ').filter(Boolean);
  if (typed.length === 0) return null;
  if (typed.every((word) => words.some((w) => w.startsWith(word)))) {
    if (accentsDiffer) return 3;
    return typed.every((word) => words.includes(word)) ? 1 : 2;
  }
  const near = typed.every((word) =>
    words.some((w) => w.startsWith(word) || typoDistance(word, w, slips(word)) <= slips(word)),
  );
  return near ? 3 : null;
}

/** Case and spacing only. */
const exactly = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The best of what fits, best first; equals keep their order. */
export function ranked<T>(
  query: string,
  rows: readonly T[],
  nameOf: (row: T) => string,
): { row: T; fit: Fit }[] {
  return rows
    .flatMap((row) => {
      const how = fitOf(query, nameOf(row));
      return how === null ? [] : [{ row, fit: how }];
    })
    .sort((a, b) => a.fit - b.fit);
}
