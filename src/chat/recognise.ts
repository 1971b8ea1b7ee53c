import { locales, translator } from '../i18n/index.ts';
import { hasAccents } from '../lib/fold.ts';
import { isDialled } from '../lib/phone.ts';
import type { AnyCommand } from './command.ts';
import { alsoCalled, type Control, type Field, type Reader, sayLabel } from './field.ts';
import { longestKey } from './keyed.ts';
import { keyTable, spoken } from './names.ts';
import { said, type Token } from './tokens.ts';

type AnyField = Field<unknown, never>;

/** How many words what is known by itself may have: `từ đầu quý trước đến hôm nay`. */
const longestRun = 8;
/** A line of more words is a text that somebody wrote, and looking through it would take long. */
const most = 20;

/**
 * Takes the fields that are known by what is said (`anywhere`) out of words without a key: `Nguyễn Văn A 0912345678
 * website` is a name, a phone number and a source. `given` are fields that a key has said.
 */
export function recognise<C>(
  command: AnyCommand<C>,
  bare: readonly Token[],
  given: ReadonlyMap<string, unknown>,
  reader: Reader,
) {
  // Behind a key of the filter's everything is its value.
  const end = bare.findIndex(({ key, raw }) => key !== undefined || /^-[^:]+:/.test(raw));
  const [head, tail] = end < 0 ? [bare, []] : [bare.slice(0, end), bare.slice(end)];
  const names = head.length > most ? [] : (command.anywhere ?? []).filter((name) => !given.has(name));
  const kindOf = (name: string) => command.fields[name].control.kind;
  const [begin] = command.positional;
  const name: AnyField | undefined =
    begin !== undefined && kindOf(begin) === 'text' ? command.fields[begin] : undefined;
  const isNamed = name?.required === true;
  const first = names.filter((one) => !name || kindOf(one) !== 'choice');
  const sure = take(command, first, head, new Map(), reader, isNamed);
  const choices = names.filter((one) => !sure.found.has(one));
  const all = take(command, choices, sure.words, sure.found, reader, isNamed);
  // Of a text to search for, `Đổi Mới`, a word is a choice only where every word is one or another.
  const isWhole = all.words.every((word) => word === null);
  const { words, found } = !name || isNamed || isWhole ? all : sure;
  const rest = words.flatMap((word, at) => {
    if (!word) return [];
    const ends = !word.quoted && words[at + 1] === null;
    return ends ? { ...word, text: word.text.replace(/[,;]$/, '') } : word;
  });
  return { bare: [...rest, ...tail], found };
}

/** Words, and null where there was one that was taken. */
type Left = readonly (Token | null)[];

function take<C>(
  command: AnyCommand<C>,
  names: readonly string[],
  from: Left,
  before: ReadonlyMap<string, string>,
  reader: Reader,
  isNamed = false,
) {
  const [words, found] = [[...from], new Map(before)];
  const keys = keyTable(command);
  for (const name of names) {
    const field: AnyField = command.fields[name];
    let runs: Run[] = [];
    for (;;) {
      const run = runOf(field, words, reader, isNamed && field.control.kind === 'choice');
      if (!run) break;
      const key = keyBefore(keys, words, run.at);
      // Beside a name such a word may be one of it too: see `loosely`.
      if (isNamed && key.size > 0) break;
      // A second number or address stands beside the first where the field takes several.
      const more = [...runs, run].sort((a, b) => a.at - b.at);
      const text = more.map((one) => one.text).join(', ');
      if (runs.length > 0 && !field.read(text, reader).ok) break;
      runs = more;
      found.set(name, text);
      words.fill(null, run.at - (key.name === name ? key.size : 0), run.at + run.size);
    }
  }
  return { words, found };
}

interface Run {
  readonly at: number;
  readonly size: number;
  readonly text: string;
}

/** The longest run of words that is a field's, the first of those; `atEnd` one with no other word behind it. */
function runOf(field: AnyField, words: Left, reader: Reader, atEnd: boolean): Run | undefined {
  for (let size = Math.min(longestRun, words.length); size > 0; size--)
    for (let at = 0; at + size <= words.length; at++) {
      // What stands in quotes is whole.
      const run = words
        .slice(at, at + size)
        .filter((word) => word && (size === 1 || !word.quoted)) as Token[];
      if (run.length < size || (atEnd && words.slice(at + size).some((word) => word !== null))) continue;
      const text = said(run).replace(/[,;]$/, '');
      // Behind what was taken or quoted stands no word of a name.
      const parted = at > 0 && (words[at - 1] === null || words[at - 1]?.quoted === true);
      const isOneOfMany = size === 1 && !parted && words.filter((word) => word !== null).length > 1;
      if (field.lookup && isOneOfMany) continue;
      if (isIts(field, text, parted, reader)) return { at, size, text };
    }
  return undefined;
}

/** Whether these words are the field's, or were meant for it and name no such day: the form says so then. */
function isIts(
  { control, looksLike, read }: AnyField,
  text: string,
  parted: boolean,
  reader: Reader,
): boolean {
  const looks = looksLike?.(text);
  if (control.kind === 'lookup') return looks ?? false;
  if (looks === false && !(parted && control.kind === 'choice')) return false;
  const reading = read(text, reader);
  if (control.kind === 'choice') return reading.ok && text.length > 2 && isSpelt(control.options, text);
  if (reading.ok) return true;
  const { code } = reading.problem;
  return /^(?:day|period)\.(?!unreadable)/.test(code) || (code === 'phone.unreadable' && isDialled(text));
}

/** Whether accents that were typed are those of a choice: `Khắc` is a name, and not «Khác». */
function isSpelt(options: Extract<Control, { kind: 'choice' }>['options'], text: string): boolean {
  if (!hasAccents(text)) return true;
  const typed = text.toLowerCase();
  const called = options.flatMap(({ label }) => [
    ...locales.map((locale) => sayLabel(translator(locale), label)),
    ...alsoCalled(label),
  ]);
  return called.some((word) => word.toLowerCase().startsWith(typed));
}

/** The key without a colon before a value, `sđt 0912345678`: whose it is, and of how many words. */
function keyBefore(keys: ReadonlyMap<string, string>, words: Left, at: number) {
  for (let size = Math.min(longestKey, at); size > 0; size--) {
    const key = words.slice(at - size, at);
    const name = key.every((word) => word && !word.quoted) && keys.get(spoken(said(key as Token[])));
    if (name) return { name, size };
  }
  return { size: 0 };
}
