import type { AnyCommand } from './command.ts';
import type { Field, Reader } from './field.ts';
import { split } from './split.ts';
import { said, type Token } from './tokens.ts';

/** What is told from other words by how it is written. */
const written = ['day', 'moment', 'period', 'time', 'duration', 'money', 'choice'];

/** The most words that such fields at the end of a line have, and a line that is looked through. */
const [longest, most] = [8, 20];

export interface Placed {
  /** The words of each positional field. */
  readonly shares: readonly string[];
  /** What stands behind them, field by field. */
  readonly tail: readonly Share[];
}

interface Share {
  readonly name: string;
  readonly words: readonly Token[];
}

/**
 * Words that the positional fields (`free`) cannot take whole, where those at the end can only be other fields that
 * were not said: `deal add Kho 5tr thứ 6`, `log call D-1 "Agreed" 15 minutes yesterday`. Undefined where that is not
 * so; what has nothing but digits may be anything.
 */
export function placed<C>(
  command: AnyCommand<C>,
  free: readonly string[],
  bare: readonly Token[],
  taken: ReadonlySet<string>,
  reader: Reader,
): Placed | undefined {
  const fields = free.map((name): Field<unknown, never> => command.fields[name]);
  if (bare.length > most || fits(fields, split(fields, bare, reader), reader)) return undefined;
  const names = Object.keys(command.fields).filter((name) => {
    const { control, hidden } = command.fields[name];
    return !hidden && !taken.has(name) && !free.includes(name) && written.includes(control.kind);
  });
  for (let size = Math.min(longest, bare.length - fields.length); size > 0; size--) {
    const words = bare.slice(-size);
    if (words.some(({ quoted, key }) => quoted || key !== undefined)) continue;
    const shares = split(fields, bare.slice(0, -size), reader);
    const tail = fits(fields, shares, reader) && shared(command, words, names, reader);
    if (tail) return { shares, tail };
  }
  return undefined;
}

/** Whether each field has its words, and none are left. */
const fits = (fields: readonly Field<unknown, never>[], shares: readonly string[], reader: Reader) =>
  shares.length <= fields.length &&
  fields.every((field, i) => (shares[i] ? field.read(shares[i], reader).ok : !field.required));

/** All of the words as values of some fields, each of which only one of them can take. */
function shared<C>(
  command: AnyCommand<C>,
  words: readonly Token[],
  names: readonly string[],
  reader: Reader,
): readonly Share[] | undefined {
  for (let size = words.length; size > 0; size--) {
    const value = said(words.slice(0, size));
    const [name, ...others] = names.filter(
      (one) => /\D/.test(value) && command.fields[one].read(value, reader).ok,
    );
    if (!name || others.length > 0) continue;
    const [mine, left] = [words.slice(0, size), words.slice(size)];
    const free = names.filter((one) => one !== name);
    const rest = left.length ? shared(command, left, free, reader) : [];
    if (rest) return [{ name, words: mine }, ...rest];
  }
  return undefined;
}
