import type {
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Form, FormControl, FormField } from '../../chat/form.ts';
import { type Packed, unpack } from '../../chat/wire.ts';
import type { Translator } from '../../i18n/index.ts';
import { plain, shorten } from '../../lib/text.ts';
import { limits } from './limits.ts';

const SHORT = 1;
const PARAGRAPH = 2;

/** Turns a packed command into at most 100 characters, storing what is longer. */
export type PackShort = (packed: Packed) => Promise<string>;

/**
 * A form as a modal. Discord asks five questions at most: what is wrong, then what is required and missing, then
 * what has no answer yet. What was said of the others (it stands in `planned`, the form as it was before stored
 * values were filled in) goes along.
 */
export async function modal(
  form: Form,
  planned: Form,
  replace: boolean,
  t: Translator,
  packShort: PackShort,
): Promise<APIModalInteractionResponseCallbackData> {
  const asked = choose(form.fields);
  const others = planned.fields.flatMap(({ name, value }) =>
    value && !asked.some((field) => field.name === name) ? [[name, value]] : [],
  );
  const wire = { ...planned.carried, ...form.carried, ...Object.fromEntries(others) };
  return {
    custom_id: await packShort({ command: form.command, wire, ...(replace && { replace }) }),
    title: label(form.title, limits.modalTitle),
    components: asked.map((field) => question(field, t)),
  };
}

/** What a submitted modal says: what it carried, under what was typed. */
export function submitted(interaction: ModalSubmitInteraction): Packed {
  const packed = unpack(interaction.customId);
  const typed: Record<string, string> = {};
  for (const [name, field] of interaction.fields.fields)
    typed[name] =
      'values' in field ? (field.values[0] ?? '') : 'value' in field ? String(field.value ?? '') : '';
  return { ...packed, wire: { ...packed.wire, ...typed } };
}

function choose(fields: readonly FormField[]): readonly FormField[] {
  const urgency = (field: FormField) => {
    if (field.error || field.again) return 0;
    if (!field.value) return field.required ? 1 : 2;
    return 3;
  };
  const first = fields.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, limits.modalFields);
  return fields.filter((field) => first.includes(field));
}

function question(field: FormField, t: Translator): APILabelComponent {
  const about = field.error ? `⚠ ${field.error}` : field.hint;
  return {
    type: 18,
    label: label(field.label, limits.label),
    ...(about && { description: label(about, limits.labelHint) }),
    component: input(field, t),
  };
}

function input(field: FormField, t: Translator): APILabelComponent['component'] {
  const { control, name, required, value = '', shown = value } = field;
  if (control.kind === 'choice' && control.options.length <= limits.options)
    return {
      type: 3,
      custom_id: name,
      required,
      placeholder: label(t('form.choose'), limits.placeholder),
      min_values: required ? 1 : 0,
      max_values: 1,
      options: control.options.map((option) => ({
        label: label(option.label, limits.optionName),
        value: option.value,
        ...(option.value === value && { default: true }),
      })),
    };
  const max = lengthOf(control);
  const text = shorten(shown, max);
  return {
    type: 4,
    custom_id: name,
    style: control.kind === 'text' && control.multiline ? PARAGRAPH : SHORT,
    required,
    max_length: max,
    ...(text && { value: text }),
    ...(field.hint && { placeholder: label(field.hint, limits.placeholder) }),
  };
}

/** How much may be typed. Amounts and days are short, but people write sentences; a number is checked when read. */
function lengthOf(control: FormControl): number {
  switch (control.kind) {
    case 'text':
      return Math.min(control.max, limits.input);
    case 'money':
    case 'day':
    case 'moment':
    case 'period':
    case 'time':
    case 'duration':
    case 'email':
    case 'phone':
    case 'number':
    case 'choice':
    case 'lookup':
      return 200;
    default:
      return control satisfies never;
  }
}

function label(text: string, max: number): string {
  return shorten(plain(text), max) || '…';
}
