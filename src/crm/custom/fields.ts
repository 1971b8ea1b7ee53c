import type { CustomField, Db } from '../../db/client.ts';
import { fold } from '../../lib/fold.ts';
import type { Kind } from '../codes.ts';

export type { CustomField };

/** What a custom field holds: text or a choice, a plain decimal, a day as `2026-12-31`, `yes` or `no`, or an amount. */
export type CustomValue = string | { readonly amount: string; readonly currency: string };

/** The name of a custom field in a wire, a form or an input: `x12`. */
export const customName = (field: Pick<CustomField, 'id'>) => `x${field.id}`;

/** How names are compared: on a line a field goes by its name with spaces, hyphens or neither. */
export const foldedName = (name: string) => fold(name).replaceAll(/[-_ ]/g, '');

/** All that are asked, record by record in their order. */
export const loadCustomFields = (db: Db): Promise<CustomField[]> =>
  db.customField.findMany({ where: { active: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });

/** Those of one kind of record. */
export const customFieldsOf = (fields: readonly CustomField[], kind: Kind) =>
  fields.filter(({ record }) => record === kind);

const isCustom = (name: string) => /^x\d+$/.test(name);

/** What was said field by field, as columns of the row; custom fields (`x12`) are laid over what the row holds. */
export function columnsIn(fields: Readonly<Record<string, object>>, held: unknown): Record<string, unknown> {
  const said: Record<string, unknown> = Object.assign({}, ...Object.values(fields));
  const own = Object.entries(said).filter(([name]) => !isCustom(name));
  return { ...Object.fromEntries(own), ...customColumn(said, held) };
}

/**
 * What was said of custom fields (`x12`), laid over what a record holds, as its column `custom`; nothing where none was
 * said. Null clears.
 */
export function customColumn(
  said: Readonly<Record<string, unknown>>,
  held: unknown = {},
): { custom?: Record<string, CustomValue> } {
  const entries = Object.entries(said).filter(([name, value]) => isCustom(name) && value !== undefined);
  if (entries.length === 0) return {};
  const custom = { ...(held as Record<string, CustomValue>) };
  for (const [name, value] of entries) {
    if (value === null) delete custom[name.slice(1)];
    else custom[name.slice(1)] = value as CustomValue;
  }
  return { custom };
}
