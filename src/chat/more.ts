import type { AnyCommand } from './command.ts';
import type { Reader } from './field.ts';
import type { Misplaced } from './keyed.ts';
import { tokens } from './tokens.ts';
import { understand } from './understand.ts';
import { moreKey, type Wire } from './wire.ts';

/** A wire with the fields that stand in a text of its own (`region:Nam note:"…"`), read as they are on a line. */
export function withMore<C>(
  command: AnyCommand<C>,
  { [moreKey]: text, ...wire }: Wire,
  reader: Reader,
): { readonly wire: Wire; readonly problem?: Misplaced } {
  if (text === undefined) return { wire };
  const more = understand({ ...command, positional: [] }, tokens(text), reader);
  const twice = Object.keys(more.wire).find((name) => Object.hasOwn(wire, name));
  const problem: Misplaced | undefined =
    more.problem ?? (twice ? { code: 'key.twice', args: { key: twice }, field: twice } : undefined);
  return { wire: { ...more.wire, ...wire }, ...(problem && { problem }) };
}
