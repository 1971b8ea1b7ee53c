import type { Kind } from '../codes.ts';
import { type CustomField, type CustomValue, customFieldsOf, customName } from './fields.ts';

/**
 * What a record holds in the fields that admins have added, as it would be said of another kind of record: in those
 * of the same name and sort, and of choices only what may be chosen there.
 */
export function carriedCustom(
  fields: readonly CustomField[],
  held: unknown,
  [from, to]: readonly [Kind, Kind],
): Readonly<Record<string, CustomValue>> {
  const values = held as Readonly<Record<string, CustomValue>>;
  return Object.fromEntries(
    customFieldsOf(fields, to).flatMap((field) => {
      const twin = customFieldsOf(fields, from).find(
        ({ folded, kind }) => folded === field.folded && kind === field.kind,
      );
      const value = twin && values[twin.id];
      const fits = field.kind !== 'CHOICE' || field.options.includes(value as string);
      return value === undefined || !fits ? [] : [[customName(field), value]];
    }),
  );
}
