import { type Reading, read, unread } from '../lib/errors.ts';
import type { Registry } from './command.ts';
import type { Reader } from './field.ts';
import { headOf } from './head.ts';
import { spoken } from './names.ts';
import { type Near, nearTo } from './near.ts';
import { said, type Token, whole } from './tokens.ts';
import { type Understood, understand } from './understand.ts';
import type { Wire } from './wire.ts';

/** What a person said: a typed line, or a command with fields (a form, a button, typed options). */
export type Said = { readonly line: string } | { readonly command: string; readonly wire: Wire };

/** `near`: where the line names no command, or only the short name of a few, the one that may have been meant. */
export type Heard = Reading<Understood> & { readonly near?: Near | undefined };

/** Reads a line such as `deal add "Acme renewal" 1,2 tỷ company:Acme`, in either language. Pure. */
export function readLine<C>(registry: Registry<C>, line: string, reader: Reader): Heard {
  const head = headOf(registry, line);
  const { words, names, command, count } = head;
  if (words.length === 0) return read({ command: 'crm.help', wire: {} });
  const near = nearTo(registry, head, reader);
  if (command) return { ...read(understand(registry[command], words.slice(count), reader)), near };
  const first = whole(words[0] as Token);
  if (words.length === 1 && [...names.keys()].some((name) => name.startsWith(`${spoken(first)} `)))
    return read({ command: 'crm.help', wire: { topic: first } });
  return { ...unread('command.unknown', { text: said(words.slice(0, 2)) }), near };
}
