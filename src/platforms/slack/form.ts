import type { types } from '@slack/bolt';
import type { Form, FormField } from '../../chat/form.ts';
import { pack, unpack, type Wire } from '../../chat/wire.ts';
import { fold } from '../../lib/fold.ts';
import { shorten } from '../../lib/text.ts';
import { limits } from './limits.ts';
import type { ReplyTo } from './reply.ts';

export const formCallback = 'form';

/** What a modal remembers: its command with the fields it does not ask, and where its answer goes. */
interface Memory {
  readonly command: string;
  readonly reply: ReplyTo;
}

/**
 * A form as a modal. Slack keeps what stands in an input whose id it knows, so an update that is to show other
 * values needs another `edition`.
 */
export function modal(form: Form, reply: ReplyTo, edition = 0): types.ModalView {
  const memory: Memory = { command: pack({ command: form.command, wire: form.carried }), reply };
  const about = form.about.trim();
  return {
    type: 'modal',
    callback_id: formCallback,
    private_metadata: JSON.stringify(memory),
    title: plain(form.title, limits.viewTitle),
    submit: plain(form.submit, limits.viewButton),
    close: plain(form.cancel, limits.viewButton),
    blocks: [
      ...(about ? [{ type: 'context' as const, elements: [plain(about, limits.context)] }] : []),
      ...form.fields.map((field) => input(field, edition)),
    ],
  };
}

/** In the place of a form that is open, why nothing can come of it. */
export function notice(form: Form, why: string): types.ModalView {
  return {
    type: 'modal',
    title: plain(form.title, limits.viewTitle),
    close: plain(form.cancel, limits.viewButton),
    blocks: [{ type: 'section', text: plain(why, limits.context) }],
  };
}

function input(field: FormField, edition: number): types.InputBlock {
  const hint = [field.error && `⚠️ ${field.error}`, field.hint].filter(Boolean).join('\n');
  return {
    type: 'input',
    block_id: `${field.name}~${edition}`,
    label: plain(field.label, limits.label),
    ...(hint && { hint: plain(hint, limits.hint) }),
    optional: !field.required,
    element: element(field),
  };
}

function element(field: FormField): types.InputBlockElement {
  const { control } = field;
  switch (control.kind) {
    case 'text':
      return textInput(field, Math.min(control.max, limits.input), control.multiline);
    // People write these as they say them; the field reads it, and says what it cannot read.
    case 'money':
    case 'day':
    case 'moment':
    case 'period':
    case 'time':
    case 'duration':
    case 'number':
    case 'email':
    case 'phone':
      return textInput(field, 200, false);
    case 'choice': {
      if (control.options.length === 0 || control.options.length > limits.options) return lookup(field);
      const options = control.options.map(({ label, value }) => option(label, value));
      const at = control.options.findIndex(
        ({ label, value }) => value === field.value || fold(label) === fold(field.value ?? ''),
      );
      const initial_option = options[at];
      return {
        type: 'static_select',
        action_id: field.name,
        options,
        ...(initial_option && { initial_option }),
      };
    }
    case 'lookup':
      return lookup(field);
  }
}

function textInput(field: FormField, max_length: number, multiline: boolean): types.PlainTextInput {
  const initial_value = shorten(field.value ?? '', max_length);
  return {
    type: 'plain_text_input',
    action_id: field.name,
    multiline,
    max_length,
    ...(initial_value && { initial_value }),
  };
}

/** A type-ahead list. What was typed before stands in it as it is: it may be a name that fits. */
function lookup(field: FormField): types.ExternalSelect {
  const { value = '', shown = value } = field;
  const fits = value.trim() !== '' && value.length <= limits.optionValue;
  return {
    type: 'external_select',
    action_id: field.name,
    min_query_length: 0,
    ...(fits && { initial_option: option(shown, value) }),
  };
}

export function option(label: string, value: string): types.PlainTextOption {
  return { text: plain(label, limits.optionText), value: value.slice(0, limits.optionValue) };
}

function plain(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(text, max) || '–', emoji: false };
}

/** The part of a modal that Slack sends back. */
export interface Filled {
  readonly private_metadata: string;
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, Entry>>>> };
}

interface Entry {
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
}

/** What a modal holds: the command, all its fields (an emptied one as ''), and where the answer goes. */
export function filled(view: Filled): { command: string; wire: Wire; reply: ReplyTo } {
  const { command, reply } = JSON.parse(view.private_metadata) as Memory;
  const { command: id, wire } = unpack(command);
  const entered = Object.entries(view.state.values).map(([block, entries]) => {
    const [entry] = Object.values(entries);
    return [fieldOf(block), entry?.value ?? entry?.selected_option?.value ?? ''];
  });
  return { command: id, wire: { ...wire, ...Object.fromEntries(entered) }, reply };
}

/** Field errors by block id, as Slack wants them; those of fields that the modal does not ask are left out. */
export function errorsFor(view: Filled, errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.keys(view.state.values).flatMap((block) => {
      const error = errors[fieldOf(block)];
      return error ? [[block, error]] : [];
    }),
  );
}

/** Which edition of a form was sent. */
export function editionOf(view: Filled): number {
  return Number(Object.keys(view.state.values)[0]?.split('~')[1] ?? 0);
}

export function fieldOf(block: string): string {
  return block.split('~')[0] as string;
}
