import type { AnyCommand } from './command.ts';
import type { Field, Reader } from './field.ts';
import { idLike } from './split.ts';
import { placeOf } from './thread.ts';
import type { Token } from './tokens.ts';
import { type Understood, understand } from './understand.ts';
import type { Wire } from './wire.ts';

/**
 * Shares the tokens behind a command's name among its fields, for a line in the thread of a record's card. The thread
 * gives the record that the line leaves out:
 * - A key (`deal:Acme`) or a number (`D-9`, `#9`, `9`) names another record. Only where a number is what the command
 *   still has to know (`snooze 7`) it is that.
 * - Without one the words are the other fields', where these have room for them: `move Đàm phán`, `log call "gọi lại"`.
 * - Where they have not, the line means what it means anywhere: `won Acme`, `log call Acme "đã gọi"`.
 * - Where the line is complete both ways (`lost Acme`, `assign Lan`), it is `alone` that tells what it would say
 *   without the thread. Whoever can look the name up does, and asks which is meant if a record has it.
 */
export function understandInThread<C>(
  command: AnyCommand<C>,
  rest: readonly Token[],
  reader: Reader,
  record: string | undefined,
): Understood {
  const alone = understand(command, rest, reader);
  const place = record && placeOf(command, record);
  if (!place) return alone;
  const others = command.positional.filter((name) => name !== place);
  const about = understand({ ...command, positional: others }, rest, reader);
  if (about.wire[place]) return alone;
  const filled = { ...about, wire: { ...about.wire, [place]: record } };
  const named = alone.wire[place];
  if (!named) return filled;
  if (about.problem) return alone;
  const counts = command.fields[others[0] ?? '']?.control.kind === 'number';
  if (idLike.test(named)) return counts && !isComplete(command, alone.wire) ? filled : alone;
  if (!isComplete(command, alone.wire)) return filled;
  return isLikely(command, about.wire, reader) ? { ...filled, alone: alone.wire } : alone;
}

const isComplete = <C>(command: AnyCommand<C>, wire: Wire): boolean =>
  Object.keys(command.fields).every((name) => wire[name] || !command.fields[name].required);

/** Whether all that was said can be what its field is for, as far as can be told without looking it up. */
const isLikely = <C>(command: AnyCommand<C>, wire: Wire, reader: Reader): boolean =>
  (Object.entries(command.fields) as [string, Field<unknown, C>][]).every(([name, field]) => {
    const text = wire[name];
    return !text || (field.read(text, reader).ok && (field.looksLike?.(text) ?? true));
  });
