import { fold } from '../../../lib/fold.ts';
import type { CommandInfo, FieldInfo } from '../protocol.ts';

/** What a line that is being typed may go on with. Positions are where the completed part begins. */
export interface Completion {
  /** Commands whose name begins like this, each with the name that does; those by which they are shown come first. */
  readonly names: readonly { readonly command: CommandInfo; readonly name: string }[];
  /** The line names a command as it stands. */
  readonly isName: boolean;
  readonly nameAt: number;
  /** The command whose fields are being typed. */
  readonly command?: CommandInfo;
  /** The field that is being typed. */
  readonly field?: FieldInfo;
  readonly text: string;
  readonly textAt: number;
  /** Fields that may come next by their key. */
  readonly keys: readonly FieldInfo[];
  readonly keyAt: number;
}

const spoken = (text: string) => fold(text).replaceAll('-', ' ').replaceAll('_', ' ');
const nothing = { names: [], isName: false, nameAt: 0, text: '', textAt: 0, keys: [], keyAt: 0 };

/** Reads the beginning of a slash line. Nothing for any other. */
export function complete(line: string, commands: readonly CommandInfo[]): Completion {
  if (!line.startsWith('/')) return nothing;
  const whole = named(line, 1, commands);
  if (whole.names.length || whole.command) return whole;
  const crm = /^\/crm\s+/i.exec(line);
  return crm ? named(line, crm[0].length, commands) : whole;
}

function named(line: string, nameAt: number, commands: readonly CommandInfo[]): Completion {
  const body = line.slice(nameAt);
  const typed = spoken(body) + (/\s$/.test(body) ? ' ' : '');
  const begun = commands.flatMap((command) => {
    const name = [command.name, ...command.names].find((one) => spoken(one).startsWith(typed));
    return name === undefined ? [] : [{ command, name }];
  });
  const isShown = ({ command, name }: (typeof begun)[number]) => command.name === name;
  const names = [...begun.filter(isShown), ...begun.filter((one) => !isShown(one))];
  const isName = commands.some((command) => command.names.some((name) => spoken(name) === typed));
  const base = { ...nothing, names, isName, nameAt };
  for (const count of [3, 2, 1]) {
    const words = new RegExp(`^(?:\\S+\\s+){${count}}`).exec(body)?.[0];
    const command = words && commands.find((one) => one.names.some((name) => spoken(name) === spoken(words)));
    if (command) return { ...base, ...fieldIn(line, nameAt + words.length, command), command };
  }
  return base;
}

/** The field that the end of the line belongs to: the last key's, else the next without a key. */
function fieldIn(line: string, from: number, command: CommandInfo): Partial<Completion> {
  const rest = line.slice(from);
  const keyed = [...rest.matchAll(/(?<=^|\s)([\p{L}][\p{L}\p{N}_-]*):\s*/gu)].flatMap((match) => {
    const field = command.fields.find(({ keys }) => keys.includes(spoken(match[1] as string)));
    return field ? [{ field, at: match.index + match[0].length }] : [];
  });
  const said = new Set(keyed.map(({ field }) => field));
  const word = /\S*$/.exec(rest)?.[0] ?? '';
  const keyAt = line.length - word.length;
  const open = command.fields.filter((field) => !said.has(field) && !field.positional);
  const keys =
    word.length > 1 ? open.filter((field) => field.keys.some((key) => key.startsWith(spoken(word)))) : [];
  const last = keyed.at(-1);
  if (last) {
    const text = rest.slice(last.at);
    const isOver = /^"[^"]*"\s/.test(text);
    return isOver
      ? { keys, keyAt }
      : { keys, keyAt, field: last.field, text: unquoted(text), textAt: from + last.at };
  }
  const positional = command.fields.filter((field) => field.positional);
  const done = /^(?:(?:"[^"]*"|#?(?:[a-z]{1,2}-?)?\d+)\s+)*/iu.exec(rest)?.[0] ?? '';
  const field = positional[done.match(/"[^"]*"|\S+/g)?.length ?? 0];
  return {
    keys,
    keyAt,
    text: unquoted(rest.slice(done.length)),
    textAt: from + done.length,
    ...(field && { field }),
  };
}

const unquoted = (text: string) => text.replace(/^"/, '').replace(/"$/, '');

/** A value as it stands on a line. */
export const quoted = (value: string) => (/[\s:]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);
