import type { AnyCommand } from './command.ts';
import type { Field, Reader } from './field.ts';
import { longestKey, readsKeys } from './keyed.ts';
import { keyTable, spoken } from './names.ts';
import { placed } from './placed.ts';
import { said, type Token } from './tokens.ts';

/**
 * The words of a line with a colon behind each key that was typed without one, `Acme 500tr hạn cuối tháng`, or before
 * what needs none, `Acme 500tr cuối tháng`. Undefined where there is neither. Such words may be those of a title as
 * well: good enough to fill in a form, not to act upon.
 */
export function loosely<C>(
  command: AnyCommand<C>,
  rest: readonly Token[],
  reader: Reader,
): Token[] | undefined {
  const keys = keyTable(command);
  const words = [...rest];
  // From the end, as a value goes on until the next key. The first word is what the line is about.
  for (let end = words.length, at = end - 1; at > 0; at--) {
    if (isKeyed(words[at] as Token)) {
      end = at;
      continue;
    }
    for (let size = longestKey; size > 0; size--) {
      const [key, value] = [words.slice(at, at + size), words.slice(at + size, end)];
      const name = key.some((token) => token.quoted || isKeyed(token))
        ? undefined
        : keys.get(spoken(said(key)));
      const [first, ...others] = value;
      if (!name || !first) continue;
      if (!isFor(command.fields[name], value, reader)) continue;
      const last = key.at(-1)?.text as string;
      words.splice(
        at + size - 1,
        value.length + 1,
        { ...first, key: last, raw: `${last}:${first.raw}` },
        ...others,
      );
      end = at;
      break;
    }
  }
  return words.length < rest.length ? words : tailKeyed(command, rest, reader);
}

/** The same where not even a key was typed: `Acme 500tr cuối tháng`. Behind a key everything is its value. */
function tailKeyed<C>(command: AnyCommand<C>, rest: readonly Token[], reader: Reader): Token[] | undefined {
  const end = rest.findIndex(isKeyed);
  const [bare, behind] = end < 0 ? [rest, []] : [rest.slice(0, end), rest.slice(end)];
  const keys = keyTable(command);
  const taken = new Set(behind.flatMap(({ key }) => keys.get(spoken(key ?? '')) ?? []));
  const free = command.positional.filter((name) => !taken.has(name));
  const found = readsKeys(command) ? undefined : placed(command, free, bare, taken, reader);
  const tail = found?.tail.flatMap(({ name, words: [first, ...others] }) =>
    first ? [{ ...first, key: name, raw: `${name}:${first.raw}` }, ...others] : [],
  );
  return tail && [...bare.slice(0, -tail.length), ...tail, ...behind];
}

const isKeyed = ({ key }: Token) => key !== undefined;

/** Whether these words are a field's, or were meant for it. A name or a text may be anything, of a few words. */
function isFor(field: Field<unknown, never>, value: readonly Token[], reader: Reader): boolean {
  const { kind } = field.control;
  if (kind === 'text' && field.control.multiline) return false;
  const reading = field.read(said(value), reader);
  if (!reading.ok) return /^(?:day|money)\.(?!unreadable)/.test(reading.problem.code);
  return (kind !== 'lookup' && kind !== 'text') || value.length <= mostWords;
}

const mostWords = 6;
