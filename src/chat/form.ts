import type { Key, Translator } from '../i18n/index.ts';
import type { AnyCommand, CommandId } from './command.ts';
import { type Control, type Field, sayLabel } from './field.ts';
import { beginKey, draftKey, seenKey, thenKey, type Wire } from './wire.ts';

/** A command's questions in the reader's language, with what is already known. */
export interface Form {
  readonly command: CommandId;
  readonly title: string;
  readonly about: string;
  readonly submit: string;
  readonly cancel: string;
  readonly fields: readonly FormField[];
  /** Fields that are not asked but go with the answer: hidden ones, a draft's number, which values were shown. */
  readonly carried: Wire;
}

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly control: FormControl;
  readonly required: boolean;
  /** As it was typed, or an option's value. */
  readonly value?: string;
  /** What the value of a lookup is called, where it is known: `Acme` for `C-5`. Reads as the same record. */
  readonly shown?: string;
  readonly error?: string;
  /** Was typed into an earlier form of the same record, and is to be looked at again. */
  readonly again?: true;
}

/** A control whose options have been put into words. */
export type FormControl =
  | Exclude<Control, { kind: 'choice' }>
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
    };

export function labelOf(t: Translator, name: string, field: Field<unknown, never>): string {
  return sayLabel(t, field.label ?? (`field.${name}` as Key));
}

function controlOf(t: Translator, control: Control): FormControl {
  if (control.kind !== 'choice') return control;
  return {
    kind: 'choice',
    options: control.options.map((o) => ({ value: o.value, label: sayLabel(t, o.label) })),
  };
}

/** The form of a command, filled with `wire`, with `errors` under their fields. */
export function formOf<C>(
  t: Translator,
  command: AnyCommand<C>,
  wire: Wire,
  errors: Readonly<Record<string, string>> = {},
): Form {
  const all = Object.entries(command.fields) as [string, Field<unknown, never>][];
  return {
    command: command.id,
    title: t.say(`title.${command.id}` as Key),
    about: t.say(`about.${command.id}` as Key),
    // What has present values changes them, whoever may.
    submit: t(command.access === 'viewer' && !command.prefill ? 'form.show' : 'form.submit'),
    cancel: t('form.cancel'),
    fields: all
      .filter(([, field]) => !field.hidden)
      .map(([name, field]) => {
        const value = wire[name] ?? field.fallback;
        return {
          name,
          label: labelOf(t, name, field),
          ...(field.hint && { hint: t.say(field.hint) }),
          control: controlOf(t, field.control),
          required: field.required,
          ...(value !== undefined && { value }),
          ...(errors[name] !== undefined && { error: errors[name] }),
        };
      }),
    carried: Object.fromEntries(
      Object.entries(wire).filter(
        ([name]) => [draftKey, seenKey, beginKey, thenKey].includes(name) || command.fields[name]?.hidden,
      ),
    ),
  };
}

/** The same form with these fields first, in their order. */
export function askingFirst(form: Form, names: readonly string[]): Form {
  const place = ({ name }: FormField) => (names.includes(name) ? names.indexOf(name) : names.length);
  return { ...form, fields: form.fields.toSorted((a, b) => place(a) - place(b)) };
}
