import type { Problem } from '../lib/errors.ts';
import { nearest } from '../lib/fold.ts';
import type { AnyCommand } from './command.ts';
import { keyTable, spoken } from './names.ts';
import { type Token, whole } from './tokens.ts';

/** What stands in the wrong place of a line, and the field to tell it at. */
export interface Misplaced extends Problem {
  readonly field?: string | undefined;
}

type Keys = ReadonlyMap<string, string>;

/** How many words a key may have. */
export const longestKey = 3;

/**
 * Takes what has a key. Its value goes on until the next key, unless it is quoted. A key of several words is found by
 * looking back from its colon: `giai đoạn:đàm phán`. What looks like a key and is none is asked about.
 */
export function keyed<C>(command: AnyCommand<C>, rest: readonly Token[]) {
  const keys = keyTable(command);
  const bare: Token[] = [];
  const reads = readsKeys(command);
  const groups = new Map<string, Token[]>();
  let [into, names] = [bare, command.positional as readonly string[]];
  let problem: Misplaced | undefined;
  for (const token of rest) {
    const before = token.keyQuoted ? [] : into;
    const found = token.key === undefined ? undefined : keyAt(keys, token.key, before, reads === undefined);
    if (!found) {
      if (reads && (token.key || /^-[^:]+:/.test(token.raw))) {
        const { back = 0 } = keyAt(command.fields[reads].ownKeys, token.key ?? '', before, false) ?? {};
        const key = into.splice(into.length - back, back);
        names = [reads];
        into = command.positional[0] === reads ? bare : (groups.get(reads) ?? []);
        if (into !== bare) groups.set(reads, into);
        into.push(...key, token);
        continue;
      }
      if (into.at(-1)?.quoted || (token.quoted && into.length > 0))
        [into, names] = [bare, command.positional];
      if (token.key && token.text && !names.some((name) => isProse(command, name)))
        problem ??= { code: 'key.unknown', args: { key: token.key }, field: names[0] };
      into.push(token);
      continue;
    }
    const { name, key, back, near } = found;
    into.length -= back;
    endsWithout(into);
    if (near) problem ??= { code: 'key.unknown_near', args: { key, near }, field: name };
    if (groups.has(name)) problem ??= { code: 'key.twice', args: { key }, field: name };
    [into, names] = [groups.get(name) ?? [], [name]];
    groups.set(name, into);
    if (token.text !== '' || token.quoted)
      into.push({ text: token.text, quoted: token.quoted, raw: token.text });
  }
  const [unsaid] = [...groups].find(([, words]) => words.length === 0) ?? [];
  if (unsaid) problem ??= { code: 'field.missing', field: unsaid };
  return { bare, groups, problem };
}

/** The field that reads keys of its own. */
export function readsKeys<C>(command: AnyCommand<C>): string | undefined {
  return Object.keys(command.fields).find((name) => command.fields[name].ownKeys);
}

/** In running text a colon is only a colon. */
function isProse<C>(command: AnyCommand<C>, name: string): boolean {
  const { control } = command.fields[name];
  return control.kind === 'text' && control.multiline;
}

/** A comma before a key only parts. */
function endsWithout(words: Token[]): void {
  const last = words.at(-1);
  if (last && !last.quoted) words[words.length - 1] = { ...last, text: last.text.replace(/[,;]$/, '') };
}

/** The key that ends in this word, with as many words before it as make one; or the one it is nearest to. */
function keyAt(keys: Keys, last: string, before: readonly Token[], guess: boolean) {
  for (let back = Math.min(longestKey, before.length); back >= 0; back--) {
    const words = before.slice(before.length - back);
    if (words.some((token) => token.quoted)) continue;
    const key = [...words.map(whole), last].join(' ');
    const name = keys.get(spoken(key));
    if (name) return { name, key, back };
  }
  // Short words are too near to anything.
  const near =
    guess && last.length > 3 ? nearest(spoken(last), keys.keys(), last.length > 5 ? 2 : 1) : undefined;
  return near ? { name: keys.get(near) as string, key: last, back: 0, near } : undefined;
}
