import { locales, translator } from '../i18n/index.ts';
import { hasAccents } from '../lib/fold.ts';
import type { AnyCommand } from './command.ts';
import type { Reader } from './field.ts';
import { longestKey } from './keyed.ts';
import { keysOf, spoken } from './names.ts';
import { split } from './split.ts';
import { said, type Token } from './tokens.ts';

/**
 * Shares words among positional fields as `split` does, where a name stands behind its key without a colon: `lead giao
 * Sao Mai cho Lan`. Nothing else says where one name ends and the next begins. Undefined where there is no such word.
 */
export function parted<C>(
  command: AnyCommand<C>,
  free: readonly string[],
  bare: readonly Token[],
  reader: Reader,
): string[] | undefined {
  const fields = free.map((name) => command.fields[name]);
  for (const [i, field] of [...fields.entries()].reverse()) {
    if (!field.lookup || (i === 0 && field.required)) continue;
    const name = free[i] as string;
    const keys = [name, ...locales.flatMap((locale) => keysOf(translator(locale), name, field))];
    for (let at = bare.length - 2; at >= Math.min(i, 1); at--) {
      const size = keyAt(keys, bare.slice(at, -1));
      if (!size) continue;
      const before = split(fields.slice(0, i), bare.slice(0, at), reader);
      if (before.length === i) return [...before, said(bare.slice(at + size))];
    }
  }
  return undefined;
}

/** How many words make one of the keys, as they are written: `Chợ` is no `cho`. */
function keyAt(keys: readonly string[], words: readonly Token[]): number {
  for (let size = Math.min(longestKey, words.length); size > 0; size--) {
    const key = words.slice(0, size);
    if (key.some(({ quoted, key }) => quoted || key !== undefined)) continue;
    const text = said(key);
    const isIt = (one: string) =>
      spoken(one) === spoken(text) && (!hasAccents(text) || one.toLowerCase() === text.toLowerCase());
    if (keys.some(isIt)) return size;
  }
  return 0;
}
