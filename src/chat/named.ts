import type { AnyCommand } from './command.ts';
import type { Field } from './field.ts';
import type { Form } from './form.ts';

/** Puts names to the records that a form is filled with, so that nobody reads `C-5` or `m1` in it. */
export async function named<C>(ctx: C, command: AnyCommand<C>, form: Form): Promise<Form> {
  const fields = await Promise.all(
    form.fields.map(async (field) => {
      const { lookup } = command.fields[field.name] as Field<unknown, C>;
      if (!lookup || !field.value) return field;
      const found = await lookup.search(ctx, field.value);
      // A bare number is one of the field's own kind: `5` is `C-5`.
      const option = found.find(({ value }) => value === field.value || value.endsWith(`-${field.value}`));
      return option ? { ...field, value: option.value, shown: option.label } : field;
    }),
  );
  return { ...form, fields };
}
