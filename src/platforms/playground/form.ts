import type { Form } from '../../chat/form.ts';
import type { Said } from '../../chat/line.ts';
import { askKey } from '../../chat/plan.ts';
import type { Translator } from '../../i18n/index.ts';

/** What a form says when it is submitted: it was asked for already. */
export function submitted(said: Said): Said {
  if ('line' in said) return said;
  const { [askKey]: _, ...wire } = said.wire;
  return { ...said, wire };
}

/**
 * The sentences under the fields of a form that was submitted and is asked for again. A plan does not complain of
 * fields that were left out; a person who pressed "Save" is told.
 */
export function complaints(form: Form, t: Translator): Readonly<Record<string, string>> {
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      const error = field.error ?? (field.required && !field.value ? t('problem.field.missing') : undefined);
      return error ? [[field.name, error]] : [];
    }),
  );
}
