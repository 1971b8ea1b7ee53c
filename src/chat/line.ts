import { type Reading, read, unread } from '../lib/errors.ts';
import { nearest } from '../lib/fold.ts';
import type { AnyCommand, CommandId, Registry } from './command.ts';
import type { Field, Reader } from './field.ts';
import { keyed, type Misplaced } from './keyed.ts';
import { nameTable, spoken } from './names.ts';
import { split } from './split.ts';
import { said, type Token, tokens, whole } from './tokens.ts';
import { shownKey, type Wire } from './wire.ts';

/** What a person said: a typed line, or a command with fields (a form, a button, typed options). */
export type Said = { readonly line: string } | { readonly command: string; readonly wire: Wire };

export interface Understood {
  readonly command: CommandId;
  readonly wire: Wire;
  /** What could not be understood of the rest, and the field to tell it at; told before anything is done. */
  readonly problem?: Misplaced;
}

/** Reads a line such as `deal add "Acme renewal" 1,2 tỷ company:Acme`, in either language. Pure. */
export function readLine<C>(registry: Registry<C>, line: string, reader: Reader): Reading<Understood> {
  const names = nameTable(registry);
  const all = tokens(line.trim().replace(/^\/(crm\b)?\s*/i, ''));
  if (all.length === 0) return read({ command: 'crm.help', wire: {} });
  const longest = Math.max(...[...names.keys()].map((name) => name.split(' ').length));
  for (let count = Math.min(longest, all.length); count > 0; count--) {
    const words = all.slice(0, count).map(whole);
    const command = names.get(spoken(words.join(' ')));
    if (command) return read(understand(registry[command], all.slice(count), reader));
  }
  const first = spoken(whole(all[0] as Token));
  if (all.length === 1 && [...names.keys()].some((name) => name.startsWith(`${first} `)))
    return read({ command: 'crm.help', wire: { topic: whole(all[0] as Token) } });
  return unknown(all, [...names.keys()]);
}

function unknown(all: readonly Token[], names: readonly string[]): Reading<Understood> {
  const typed = [2, 1].map((count) => said(all.slice(0, count)));
  for (const text of typed) {
    const near = nearest(spoken(text), names, text.length > 4 ? 2 : 1);
    if (near) return unread('command.unknown_near', { text, near });
  }
  return unread('command.unknown', { text: typed[0] as string });
}

/** Shares the tokens behind a command's name among its fields. */
function understand<C>(command: AnyCommand<C>, rest: readonly Token[], reader: Reader): Understood {
  const { bare, groups, problem } = keyed(command, rest);
  const wire: Record<string, string> = {};
  for (const [name, words] of groups) if (words.length > 0) wire[name] = said(words);
  const free = command.positional.filter((name) => !groups.has(name));
  const fields = free.map((name) => command.fields[name] as Field<unknown, never>);
  const shares = split(fields, bare, reader);
  free.forEach((name, i) => {
    if (shares[i]) wire[name] = shares[i];
  });
  const over = shares.slice(free.length).join(' ');
  const misplaced =
    problem ??
    (over ? tooMuch(over, command.positional.at(-1)) : undefined) ??
    [[command.positional[0], bare] as const, ...groups].map(strayQuote).find((found) => found);
  // `close:""` empties a field by name.
  if (command.prefill && Object.values(wire).includes('')) wire[shownKey] = '1';
  return { command: command.id, wire, ...(misplaced && { problem: misplaced }) };
}

const tooMuch = (text: string, field: string | undefined): Misplaced => ({
  code: 'line.too_much',
  args: { text },
  ...(field && { field }),
});

/** A quote that nothing closes may begin a text that ends anywhere; 27" is a length. */
function strayQuote([field, words]: readonly [string | undefined, readonly Token[]]): Misplaced | undefined {
  const stray = words.find(({ text, quoted }) => !quoted && /["“”„«»]/.test(text.replace(/\d["”]$/, '')));
  return stray && tooMuch(stray.text, field);
}
