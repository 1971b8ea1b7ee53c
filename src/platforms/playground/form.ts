import type { Form } from '../../chat/form.ts';
import type { Translator } from '../../i18n/index.ts';

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
