import type { Translator } from '../i18n/index.ts';
import type { Problem } from '../lib/errors.ts';
import type { Card } from './card.ts';
import type { AnyCommand, CommandId, Registry } from './command.ts';
import type { Field, Reader } from './field.ts';
import { formOf } from './form.ts';
import { readLine, type Said } from './line.ts';
import type { Plan } from './platform.ts';
import { sentence } from './problem.ts';
import type { Wire } from './wire.ts';

/** Fields whose name begins so belong to the machinery: `_draft` names a stored wire, `_ask` wants the form. */
export const draftKey = '_draft';
export const askKey = '_ask';

/** A sentence for a person's mistake. */
export function mistake(t: Translator, problem: Problem): Card {
  return { title: [sentence(t, problem)], tone: 'warn', blocks: [] };
}

/**
 * Run it now, or ask with a form? Answered without I/O, because on both platforms a form can only be shown in the
 * first answer, within three seconds. A mistyped line opens the form with everything that was understood.
 */
export function plan<C>(registry: Registry<C>, said: Said, t: Translator, reader: Reader): Plan {
  if ('line' in said) {
    const line = readLine(registry, said.line, reader);
    if (!line.ok) return { kind: 'refuse', card: mistake(t, line.problem) };
    if (line.value.problem) return { kind: 'refuse', card: mistake(t, line.value.problem) };
    return decide(registry[line.value.command], line.value.wire, t, reader);
  }
  const command = registry[said.command as CommandId];
  if (!command) return { kind: 'refuse', card: mistake(t, { code: 'button.gone' }) };
  return decide(command, said.wire, t, reader);
}

function decide<C>(command: AnyCommand<C>, raw: Wire, t: Translator, reader: Reader): Plan {
  const wire = Object.fromEntries(
    Object.entries(raw).filter(([name, value]) => value.trim() !== '' || clears(command, name)),
  );
  const errors = errorsIn(command, wire, t, reader);
  const drafted = wire[draftKey] !== undefined;
  if (wire[askKey] || (!drafted && Object.keys(errors).length) || wantsMore(command, raw))
    return {
      kind: 'ask',
      form: formOf(t, command, wire, typedErrors(errors, wire)),
      prefill: drafted || !!command.prefill,
    };
  const visibility = typeof command.reply === 'function' ? command.reply(wire) : command.reply;
  return { kind: 'run', command: command.id, wire, visibility };
}

/** In a form that shows present values, an optional field that was emptied is a change: it clears the value. */
function clears<C>(command: AnyCommand<C>, name: string): boolean {
  return command.prefill !== undefined && command.fields[name]?.required === false;
}

/** A field that was left out is asked for, not complained about. */
function typedErrors(errors: Readonly<Record<string, string>>, wire: Wire): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => wire[name]));
}

/** A command asks once for the optional fields that it exists for: `/deal edit 42`, `/deal lost 42`. */
function wantsMore<C>(command: AnyCommand<C>, raw: Wire): boolean {
  return !raw[draftKey] && (command.asksFor?.every((name) => raw[name as string] === undefined) ?? false);
}

/** The sentence for each field that is missing or cannot be read. */
export function errorsIn<C>(
  command: AnyCommand<C>,
  wire: Wire,
  t: Translator,
  reader: Reader,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [name, field] of Object.entries(command.fields) as [string, Field<unknown, never>][]) {
    const text = wire[name] || field.fallback;
    if (text === undefined) {
      if (field.required) errors[name] = t('problem.field.missing');
      continue;
    }
    const reading = field.read(text, reader);
    if (!reading.ok) errors[name] = sentence(t, reading.problem);
  }
  return errors;
}
