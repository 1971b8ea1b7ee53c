import type { Action, HeldRecords } from '../../chat/card.ts';
import type { AnyCommand, Registry } from '../../chat/command.ts';
import { labelOf } from '../../chat/form.ts';
import { keyOf, namesOf, unkeyed } from '../../chat/names.ts';
import { commandNamed } from '../../chat/plan.ts';
import { draftKey } from '../../chat/wire.ts';
import type { Translator } from '../../i18n/index.ts';

/** Each sort of quotes that `tokens` reads, and what may not stand between them: `“a":b”` has a key in quotes. */
const quotes = [
  ['"', '"', /["“”„]/],
  ['“', '”', /[“”]|":/],
  ['«', '»', /[«»]/],
  ["'", "'", /['‘’]/],
] as const;

/**
 * Puts quotes around a text where a line needs them to keep it together. A text that no sort of quotes can hold is
 * left to be cut at its spaces.
 */
export function quote(text: string): string {
  if (text && !/\s/.test(text) && !/^["“”„«'‘]/.test(text)) return text;
  const fitting = quotes.find(([, , not]) => !not.test(text));
  return fitting ? fitting[0] + text + fitting[1] : text;
}

const keyed = /^([\p{L}][\p{L}\p{N}_-]*|"[^"“”„]+"|“[^“”]+”|«[^«»]+»|'[^'‘’]+'):(?!\/\/)(\S.*)$/su;

/**
 * The words that a shell has cut, as the line they came from: what had quotes there gets them back. One word
 * alone may be a whole line.
 */
export function lineOf(argv: readonly string[]): string {
  if (argv.length === 1) return argv[0] as string;
  return argv
    .map((word) => {
      const [, key, value] = keyed.exec(word) ?? [];
      return key && value ? `${key}:${quote(value)}` : quote(word);
    })
    .join(' ');
}

/** A button as the line that does the same; undefined where a line cannot say it. */
export function actionLine<C>(action: Action, registry: Registry<C>, t: Translator): string | undefined {
  const command = commandNamed(registry, action.command);
  if (!command || action.wire[draftKey] || action.label === t('form.fix')) return undefined;
  const rest = Object.keys(command.fields).filter(
    (name) => action.wire[name] && command.fields[name].hidden !== true && !command.positional.includes(name),
  );
  const first = command.positional.findIndex((name: string) => !action.wire[name]);
  const leading = command.positional.slice(0, first < 0 ? undefined : first) as string[];
  const trailing =
    first < 0 ? [] : (command.positional.slice(first) as string[]).filter((name) => action.wire[name]);
  return [
    namesOf(t.locale, command.id)[0],
    ...leading.map((name) => quote(action.wire[name] as string)),
    ...[...trailing, ...rest].map(
      (name) => `${keyOf(t, command, name)}:${quote(action.wire[name] as string)}`,
    ),
  ].join(' ');
}

/** A text as one word of a shell. */
const shellWord = (text: string) => (/^[\w@.:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/**
 * The line of a shell that writes a file: where to is for the person to say, and nothing is written over that they
 * did not name.
 */
export function exportLine(
  { name, records, filters }: HeldRecords & { readonly name: string },
  as: string | undefined,
): string {
  const options = [
    ...filters.map((filter) => ['--filter', filter]),
    ...(as ? [['--as', as]] : []),
    ['--out', name],
  ];
  return ['npm run -s export --', records, ...options.flat().map(shellWord)].join(' ');
}

/** How a command is typed: `deal add <title> <amount> [company:…]`. */
export function usageOf<C>(command: AnyCommand<C>, t: Translator): string {
  const names = Object.keys(command.fields).filter((name) => !command.fields[name].hidden);
  const plain = unkeyed(command);
  const shown = (name: string) =>
    plain.includes(name)
      ? `<${labelOf(t, name, command.fields[name]).toLowerCase()}>`
      : `${keyOf(t, command, name)}:…`;
  const order = [...plain, ...names.filter((name) => !plain.includes(name))];
  const parts = order.map((name) => (command.fields[name].required ? shown(name) : `[${shown(name)}]`));
  return [namesOf(t.locale, command.id)[0], ...parts].join(' ');
}
