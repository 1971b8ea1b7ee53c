import type { CustomField, CustomValue } from '../crm/custom/fields.ts';
import type { Cells } from './profile.ts';

/** What a record says in the fields that admins have added, by their names, as it would be typed. */
export function customCells(custom: unknown, fields: readonly CustomField[]): Cells {
  const held = custom as Readonly<Record<string, CustomValue>>;
  return Object.fromEntries(
    fields.map(({ id, name }) => {
      const value = held[id] ?? '';
      return [name, typeof value === 'object' ? `${value.amount} ${value.currency}` : value];
    }),
  );
}
