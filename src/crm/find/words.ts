import type { Db } from '../../db/client.ts';
import { kept } from '../../db/kept.ts';
import { isNear } from './rank.ts';

/** What a typed word may stand for among the words of all names: those that begin like it, and slips of the pen. */
export interface Meant {
  readonly typed: string;
  readonly begun: readonly string[];
  readonly near: readonly string[];
}

/** So many are listed; what begins more words is looked for as a beginning. */
const most = 40;

/** Begins no word: it comes after all words that begin like another. */
const beyond = '\u{10FFFF}';

/**
 * Looks typed words up. One statement, by the words' order and by an index of their trigrams; `%` is alike enough to be
 * judged. The words are in the order of their characters, so that a word is the first of those that begin with it.
 */
export async function meantBy(db: Db, typed: readonly string[]): Promise<Meant[]> {
  const rows = await db.$queryRaw<{ word: string }[]>`${kept}
    SELECT w.word FROM unnest(${typed}::text[]) t(typed), LATERAL (
      SELECT word FROM word WHERE word >= typed AND word < typed || ${beyond} ORDER BY word LIMIT ${most + 1}) w
    UNION ALL
    SELECT w.word FROM unnest(${typed}::text[]) t(typed) JOIN word w ON w.word % typed WHERE length(typed) > 3`;
  const words = [...new Set(rows.map(({ word }) => word))];
  return typed.map((one) => {
    const begun = words.filter((word) => word.startsWith(one));
    return { typed: one, begun, near: words.filter((word) => !word.startsWith(one) && isNear(one, word)) };
  });
}

const quoted = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`;
const any = (words: readonly string[]) =>
  words.length > 1 ? `(${words.map(quoted).join(' | ')})` : words.map(quoted).join();
const begunWith = ({ typed, begun }: Meant) => (begun.length > most ? `${quoted(typed)}:*` : any(begun));

/** Names with all these words, in the language of PostgreSQL's text search. */
export const withWhole = (words: readonly string[]) => words.map(quoted).join(' & ');

/** The same, of names with words that begin so; null where no name can have them. */
export function withBegun(meant: readonly Meant[]): string | null {
  return meant.every(({ begun }) => begun.length) ? meant.map(begunWith).join(' & ') : null;
}

/**
 * The same, where a word that begins none stands for those that are spelt much like it, one that is a word for itself,
 * and any other for what begins so; null where there is no word of the first sort, or no name.
 */
export function withSlips(meant: readonly Meant[]): string | null {
  if (withBegun(meant) !== null || !meant.every(({ begun, near }) => begun.length + near.length)) return null;
  const standsFor = (one: Meant) => {
    if (one.begun.includes(one.typed)) return quoted(one.typed);
    return one.begun.length ? begunWith(one) : any(one.near);
  };
  return meant.map(standsFor).join(' & ');
}

/** The same, of names with words that begin so or are spelt much like it. */
export function withNear(meant: readonly Meant[]): string | null {
  if (!meant.some(({ near }) => near.length) || !meant.every(({ begun, near }) => begun.length + near.length))
    return null;
  return meant
    .map((one) => [
      ...(one.begun.length ? [begunWith(one)] : []),
      ...(one.near.length ? [any(one.near)] : []),
    ])
    .map((either) => `(${either.join(' | ')})`)
    .join(' & ');
}
