import type { Translator } from '../i18n/index.ts';
import { sentence } from '../i18n/sentence.ts';
import type { Problem } from '../lib/errors.ts';
import { keepable } from '../lib/text.ts';
import type { Card } from './card.ts';
import type { AnyCommand, Registry } from './command.ts';
import type { Field, Reader } from './field.ts';
import { askingFirst, formOf } from './form.ts';
import type { Misplaced } from './keyed.ts';
import { readLine, type Said } from './line.ts';
import { withMore } from './more.ts';
import { meantCard, unknownCard } from './near.ts';
import type { Plan } from './platform.ts';
import { inThread, recordOf } from './thread.ts';
import type { Understood } from './understand.ts';
import {
  aboutKey,
  aloneKey,
  askKey,
  beginKey,
  draftKey,
  lineKey,
  packWire,
  seenKey,
  shownKey,
  thenKey,
  type Wire,
} from './wire.ts';

export { askKey, draftKey } from './wire.ts';

type AnyField = Field<unknown, never>;

/** A sentence for a person's mistake. */
export function mistake(t: Translator, problem: Problem): Card {
  return { title: [sentence(t, problem)], tone: 'warn', blocks: [] };
}

/**
 * Run it now, or ask with a form? Answered without I/O, because on both platforms a form can only be shown in the
 * first answer, within three seconds. A mistyped line opens the form with everything that was understood.
 */
export function plan<C>(registry: Registry<C>, raw: Said, t: Translator, reader: Reader): Plan {
  const said = written(raw);
  const about = said.under && recordOf(registry, said.under);
  if ('line' in said) {
    const { near, loose, name, ...line } = readLine(registry, said.line, reader, about);
    if (!line.ok)
      return { kind: 'refuse', card: unknownCard(t, String(line.problem.args?.text), near, name) };
    const { command, wire, problem, alone } = line.value;
    const kept = {
      ...wire,
      ...(near && { [lineKey]: said.line }),
      ...(alone && { [aloneKey]: packWire(alone) }),
      ...(about && (near || alone) && { [aboutKey]: about }),
    };
    const planned = decide(registry[command], kept, t, reader, problem);
    const unsure = planned.kind === 'ask' || wire[beginKey];
    const fits = loose && !near && (unsure || swallows(registry[command], wire, loose.wire, reader));
    const filled = fits && fill(registry[command], loose, t, reader);
    if (filled) return filled;
    // As it stands it may name a record, which is looked up first; what cannot be run as it stands does not.
    return near && planned.kind !== 'run' ? { kind: 'refuse', card: meantCard(t, near) } : planned;
  }
  const command = commandNamed(registry, said.command);
  if (!command) return { kind: 'refuse', card: mistake(t, { code: 'button.gone' }) };
  const { wire, problem } = withMore(command, said.wire, reader);
  return decide(command, inThread(command, wire, about), t, reader, problem);
}

/** What was said, as it can be kept. */
function written(said: Said): Said {
  if ('line' in said) return { ...said, line: keepable(said.line) };
  const wire = Object.entries(said.wire).map(([name, text]) => [name, keepable(text)]);
  return { ...said, wire: Object.fromEntries(wire) };
}

/** The command of an id that came from outside. */
export function commandNamed<C>(registry: Registry<C>, id: string): AnyCommand<C> | undefined {
  return Object.hasOwn(registry, id) ? registry[id as keyof Registry<C>] : undefined;
}

function decide<C>(
  command: AnyCommand<C>,
  raw: Wire,
  t: Translator,
  reader: Reader,
  problem?: Misplaced,
): Plan {
  if (problem && !problem.field) return { kind: 'refuse', card: mistake(t, problem) };
  const wire = tidy(command, raw, reader);
  const errors = errorsIn(command, wire, t, reader);
  const drafted = wire[draftKey] !== undefined;
  const wrong = !drafted && Object.keys(errors).length > 0;
  if (problem || raw[askKey] || wrong || wantsMore(command, raw)) {
    const told = {
      ...typedErrors(errors, wire),
      ...(problem?.field && { [problem.field]: sentence(t, problem) }),
    };
    const form = askingFirst(formOf(t, command, wire, told), raw[askKey]?.split(' ') ?? []);
    // A number stands for a record whose name can be shown; a typed name is shown as it is.
    const names = form.fields.some(
      ({ control, value = '' }) => control.kind === 'lookup' && /\d$/.test(value),
    );
    const fills = drafted || names || !!wire[beginKey] || !!command.prefill;
    // Whose role does not allow it should not fill a form in vain.
    const isForFew = command.access === 'manager' || command.access === 'admin';
    return { kind: 'ask', form, prefill: fills || isForFew };
  }
  const visibility = typeof command.reply === 'function' ? command.reply(wire) : command.reply;
  return { kind: 'run', command: command.id, wire, visibility };
}

/** Whether a line as it stands takes for a part of a name what is hardly one: `contact add Nam sđt 0912 345 678`. */
function swallows<C>(command: AnyCommand<C>, wire: Wire, loose: Wire, reader: Reader): boolean {
  const isTelling = ({ control, read }: AnyField) =>
    ['text', 'phone', 'email', 'money', 'day'].includes(control.kind) && !read('x', reader).ok;
  const isLongNumber = (text: string) => /^\d[\d .-]{7,}$/.test(text);
  return Object.entries(loose).some(
    ([name, text]) => wire[name] === undefined && (isTelling(command.fields[name]) || isLongNumber(text)),
  );
}

/** The form with what was read loosely, where that leaves nothing to ask for; it may say what is wrong with it. */
function fill<C>(command: AnyCommand<C>, said: Understood, t: Translator, reader: Reader): Plan | undefined {
  const { wire, problem } = said;
  const lacks = Object.keys(errorsIn(command, wire, t, reader)).some((name) => !wire[name]);
  if (problem || lacks || wantsMore(command, wire)) return undefined;
  const planned = decide(command, { ...wire, [askKey]: '1' }, t, reader);
  return planned.kind === 'ask' ? { ...planned, loose: wire } : undefined;
}

/** What is no field and goes with a command all the same. */
const carried = [draftKey, shownKey, seenKey, lineKey, aboutKey, aloneKey, beginKey, thenKey];

/**
 * A command's own fields without those that are empty, and a choice by its value. Where present values were shown,
 * an optional field that was emptied is a change: it stays, as ''.
 */
export function tidy<C>(command: AnyCommand<C>, raw: Wire, reader: Reader): Wire {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => {
      if (carried.includes(name)) return [[name, value]];
      if (!Object.hasOwn(command.fields, name)) return [];
      const field: AnyField = command.fields[name];
      if (value.trim() === '') return raw[shownKey] && clears(field) ? [[name, '']] : [];
      const chosen = field.control.kind === 'choice' ? field.read(value, reader) : undefined;
      return [[name, chosen?.ok ? String(chosen.value) : value]];
    }),
  );
}

/** A list to choose from may be empty for a value of an import's that is not in it: that is no wish. */
const clears = ({ required, keeps, control }: AnyField) => !required && !(keeps && control.kind === 'choice');

/** A field that was left out is asked for, not complained about. */
function typedErrors(errors: Readonly<Record<string, string>>, wire: Wire): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => wire[name] !== undefined));
}

/** A command asks once for the optional fields that it exists for: `/deal edit 42`, `/deal lost 42`. */
function wantsMore<C>(command: AnyCommand<C>, raw: Wire): boolean {
  return !raw[draftKey] && (command.asksFor?.every((name) => raw[name as string] === undefined) ?? false);
}

/** The sentence for each field that is missing or cannot be read; what a text may begin with is not missing yet. */
export function errorsIn<C>(
  command: AnyCommand<C>,
  wire: Wire,
  t: Translator,
  reader: Reader,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [name, field] of Object.entries(command.fields) as [string, AnyField][]) {
    const text = wire[name] || field.fallback;
    if (text === undefined) {
      if (wire[beginKey] === name) continue;
      if (field.required || (field.keeps && wire[name] === '')) errors[name] = t('problem.field.missing');
      continue;
    }
    const reading = field.read(text, reader);
    if (!reading.ok) errors[name] = sentence(t, reading.problem);
  }
  return errors;
}
