import { type Problem, type Reading, read, unread } from '../lib/errors.ts';
import { nearest } from '../lib/fold.ts';
import type { AnyCommand, CommandId, Registry } from './command.ts';
import type { Field, Reader } from './field.ts';
import { keyTable, nameTable, spoken } from './names.ts';
import { split } from './split.ts';
import { type Token, tokens } from './tokens.ts';
import type { Wire } from './wire.ts';

/** What a person said: a typed line, or a command with fields (a form, a button, typed options). */
export type Said = { readonly line: string } | { readonly command: string; readonly wire: Wire };

export interface Understood {
  readonly command: CommandId;
  readonly wire: Wire;
  /** What could not be understood of the rest; told before anything is done. */
  readonly problem?: Problem;
}

const longestName = 3;

/** Reads a line such as `deal add "Acme renewal" 1,2 tỷ company:Acme`, in either language. Pure. */
export function readLine<C>(registry: Registry<C>, line: string, reader: Reader): Reading<Understood> {
  const names = nameTable(Object.keys(registry) as CommandId[]);
  const all = tokens(line.trim().replace(/^\/(crm\b)?\s*/i, ''));
  if (all.length === 0) return read({ command: 'crm.help', wire: {} });
  for (let count = Math.min(longestName, all.length); count > 0; count--) {
    const words = all.slice(0, count).map(whole);
    const command = names.get(spoken(words.join(' ')));
    if (command) return read(understand(registry[command], all.slice(count), reader));
  }
  const first = spoken(whole(all[0] as Token));
  if (all.length === 1 && [...names.keys()].some((name) => name.startsWith(`${first} `)))
    return read({ command: 'crm.help', wire: { topic: whole(all[0] as Token) } });
  return unknown(all, [...names.keys()]);
}

const whole = (token: Token) => (token.key ? `${token.key}:${token.text}` : token.text);

function unknown(all: readonly Token[], names: readonly string[]): Reading<Understood> {
  const typed = [2, 1].map((count) => all.slice(0, count).map(whole).join(' '));
  for (const text of typed) {
    const near = nearest(spoken(text), names, 2);
    if (near) return unread('command.unknown_near', { text, near });
  }
  return unread('command.unknown', { text: typed[0] as string });
}

/** Shares the tokens behind a command's name among its fields. */
function understand<C>(command: AnyCommand<C>, rest: readonly Token[], reader: Reader): Understood {
  const keys = keyTable(command);
  const wire: Record<string, string> = {};
  const bare: Token[] = [];
  let problem: Problem | undefined;
  let current: string | undefined;
  for (const token of rest) {
    const name = token.key === undefined ? undefined : keys.get(spoken(token.key));
    if (name) {
      if (wire[name] !== undefined) problem ??= { code: 'key.twice', args: { key: token.key as string } };
      wire[name] = token.text;
      current = name;
    } else if (current) wire[current] = `${wire[current]} ${whole(token)}`;
    else {
      const near = token.key && !token.quoted && nearest(spoken(token.key), [...keys.keys()], 2);
      if (near) problem ??= { code: 'key.unknown_near', args: { key: token.key as string, near } };
      bare.push(token);
    }
  }
  const positional = command.positional.filter((name) => wire[name] === undefined);
  const values = shared(
    positional.map((name) => command.fields[name] as Field<unknown, never>),
    bare,
    reader,
  );
  if (values.length > positional.length)
    problem ??= { code: 'line.too_much', args: { text: values.slice(positional.length).join(' ') } };
  positional.forEach((name, i) => {
    if (values[i] !== undefined) wire[name] = values[i];
  });
  return { command: command.id, wire, ...(problem && { problem }) };
}

/** Quoted groups stand for themselves; what is unquoted is shared by what the fields can read. */
function shared(fields: readonly Field<unknown, never>[], bare: readonly Token[], reader: Reader): string[] {
  const lastQuoted = bare.findLastIndex((token) => token.quoted);
  const fixed = bare.slice(0, lastQuoted + 1).map(whole);
  return [...fixed, ...split(fields.slice(fixed.length), bare.slice(lastQuoted + 1).map(whole), reader)];
}
