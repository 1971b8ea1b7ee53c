import { begun, partedForForm } from './begun.ts';
import type { AnyCommand } from './command.ts';
import type { Asker } from './dispatch.ts';
import { askingFirst, type Form, formOf } from './form.ts';
import { named } from './named.ts';
import { seenKey, shownKey, type Wire } from './wire.ts';

/** A form with the record's present values under what was said, and names for the records in it. */
export async function filled<C extends Asker>(
  ctx: C,
  command: AnyCommand<C>,
  asked: Form,
  typed: Wire,
): Promise<Form> {
  const wire = await partedForForm(ctx, command, (await begun(ctx, command, typed)).wire ?? typed);
  const stored = command.prefill ? await command.prefill(ctx, wire) : {};
  const errors = Object.fromEntries(asked.fields.flatMap((f) => (f.error ? [[f.name, f.error]] : [])));
  const fuller = await named(ctx, command, formOf(ctx.t, command, { ...stored, ...wire }, errors));
  const form = askingFirst(
    fuller,
    asked.fields.map(({ name }) => name),
  );
  if (Object.keys(stored).length === 0) return form;
  // What was typed after an earlier look is compared with that one.
  const earlier = wire[seenKey];
  const seen = earlier ?? stored[seenKey];
  const fields = form.fields.map((field) =>
    earlier && wire[field.name] ? { ...field, again: true as const } : field,
  );
  return { ...form, fields, carried: { ...form.carried, [shownKey]: '1', ...(seen && { [seenKey]: seen }) } };
}
