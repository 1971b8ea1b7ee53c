import type { Field, Reader } from './field.ts';

type AnyField = Field<unknown, never>;

const idLike = /^[#＃]?(?:[a-z]{1,2}-?)?\d+$/i;

function fits(field: AnyField, text: string, reader: Reader): boolean {
  if (field.control.kind === 'lookup') return field.looksLike?.(text) ?? true;
  return field.control.kind === 'text' || field.read(text, reader).ok;
}

/** The sizes a field's group may have, likeliest first: names are short, amounts and dates as long as they read. */
function sizes(field: AnyField, first: string, room: number): number[] {
  const up = Array.from({ length: room }, (_, i) => i + 1);
  if (field.control.kind === 'lookup' && !field.looksLike) return idLike.test(first) ? [1] : up;
  return field.control.kind === 'text' ? up : up.reverse();
}

function groups(fields: readonly AnyField[], words: readonly string[], reader: Reader): string[] | null {
  const [field, ...rest] = fields;
  if (!field) return words.length === 0 ? [] : null;
  const room = words.length - rest.length;
  if (room < 1) return null;
  const allowed = rest.length === 0 ? [room] : sizes(field, words[0] as string, room);
  for (const size of allowed) {
    const text = words.slice(0, size).join(' ');
    if (!fits(field, text, reader)) continue;
    const tail = groups(rest, words.slice(size), reader);
    if (tail) return [text, ...tail];
  }
  return null;
}

/** A name may have any number of words: before an optional text all are the name's, unless it is a number. */
function usable(fields: readonly AnyField[], first: string): readonly AnyField[] {
  const [name, more] = fields;
  const open = name?.control.kind === 'lookup' && more?.control.kind === 'text' && !more.required;
  return open && !idLike.test(first) ? fields.slice(0, 1) : fields;
}

/**
 * Shares unquoted words among positional fields: `Gia hạn Acme 1,2 tỷ` is a title and an amount. As many fields
 * as can be filled are; words that nothing fits go to the fields in order, so that the form shows the mistake.
 */
export function split(all: readonly AnyField[], words: readonly string[], reader: Reader): string[] {
  const [first] = words;
  if (first === undefined) return [];
  const fields = usable(all, first);
  for (let count = Math.min(fields.length, words.length); count > 0; count--) {
    const found = groups(fields.slice(0, count), words, reader);
    if (found) return found;
    if (words.length <= fields.length) return [...words];
  }
  return [words.join(' ')];
}
