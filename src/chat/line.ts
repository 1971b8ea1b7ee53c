import { type Reading, read, unread } from '../lib/errors.ts';
import type { Registry } from './command.ts';
import type { Reader } from './field.ts';
import { headOf } from './head.ts';
import { loosely } from './loosely.ts';
import { spoken } from './names.ts';
import { type Near, nearTo } from './near.ts';
import { showing } from './thread.ts';
import { said, type Token, whole } from './tokens.ts';
import type { Understood } from './understand.ts';
import { understandInThread } from './understand-in-thread.ts';
import type { Packed, Wire } from './wire.ts';

/** What a person said: a typed line, or a command with fields (a form, a button, typed options). */
export type Said = ({ readonly line: string } | { readonly command: string; readonly wire: Wire }) & {
  /** The buttons of the bot's card in whose thread it was said, or to which it is a reply. */
  readonly under?: readonly Packed[] | undefined;
};

/**
 * `near`: where the line names no command, or only the short name of a few, the one that may have been meant.
 * `loose`: what the line says where keys without a colon are keys too.
 * `name`: what it says, where it names no command and is short enough to be the name of a record.
 */
export type Heard = Reading<Understood> & {
  readonly near?: Near | undefined;
  readonly loose?: Understood | undefined;
  readonly name?: string | undefined;
};

/** So many words may be a name: `công ty tnhh điện lạnh gió đông`. */
const longestName = 8;

/**
 * Reads a line such as `deal add "Acme renewal" 1,2 tỷ company:Acme`, in either language; in a thread, `about` its
 * record. Pure.
 */
export function readLine<C>(registry: Registry<C>, line: string, reader: Reader, about?: string): Heard {
  const head = headOf(registry, line, about);
  const { words, names, command, count } = head;
  if (words.length === 0) return read({ command: 'crm.help', wire: {} });
  const near = nearTo(registry, head, reader, about);
  const rest = words.slice(count);
  if (command) {
    const understood = (words: readonly Token[]) =>
      understandInThread(registry[command], words, reader, about);
    const loose = loosely(registry[command], rest, reader);
    return { ...read(understood(rest)), near, ...(loose && { loose: understood(loose) }) };
  }
  const first = whole(words[0] as Token);
  const shown = words.length === 1 && showing(registry, first);
  if (shown) return read(shown);
  if (words.length === 1 && [...names.keys()].some((name) => name.startsWith(`${spoken(first)} `)))
    return read({ command: 'crm.help', wire: { topic: first } });
  const isName = words.length <= longestName && !near?.text.includes(' ');
  return {
    ...unread('command.unknown', { text: said(words.slice(0, 2)) }),
    near,
    ...(isName && { name: said(words) }),
  };
}
