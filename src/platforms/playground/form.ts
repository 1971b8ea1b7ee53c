import type { Form } from '../../chat/form.ts';
import type { Answer } from '../../chat/platform.ts';
import type { Translator } from '../../i18n/index.ts';
import { channelWords, type Span } from '../../lib/span.ts';

export type Complaints = Readonly<Record<string, string>>;

/**
 * The sentences under the fields of a form that was submitted and is asked for again. A plan does not complain of
 * fields that were left out; a person who pressed "Save" is told.
 */
export function complaints(form: Form, t: Translator): Complaints {
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      const error = field.error ?? (field.required && !field.value ? t('problem.field.missing') : undefined);
      return error ? [[field.name, error]] : [];
    }),
  );
}

/**
 * What a form that is still open says of an answer: a sentence by field, or one for the whole form (by no name).
 * Undefined where the answer is to be shown as a card: it was done, or the card says more than a sentence.
 */
export function refusal({ ok, errors, card }: Answer): Complaints | undefined {
  if (errors) return errors;
  return ok === 'refused' && card.blocks.length === 0 ? { '': card.title.map(words).join('') } : undefined;
}

function words(span: Span): string {
  if (typeof span === 'string') return span;
  if ('bold' in span) return span.bold;
  if ('link' in span) return span.link;
  if ('channel' in span) return channelWords(span);
  return 'mention' in span ? span.mention.name : span.moment;
}
