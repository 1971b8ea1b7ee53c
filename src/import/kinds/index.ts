import type { CustomField } from '../../crm/custom/fields.ts';
import { customCells } from '../custom.ts';
import { companies } from './companies.ts';
import { contacts } from './contacts.ts';
import { deals } from './deals.ts';
import type { Kind } from './kind.ts';
import { leads } from './leads.ts';
import { products } from './products.ts';
import { users } from './users.ts';

/** In the order in which a whole book of business is imported. */
export const kinds = { users, companies, contacts, leads, products, deals };
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly KindName[];

/** A kind with the fields that admins have added. */
export function kindOf(name: KindName, custom: readonly CustomField[] = []): Kind {
  // Each kind's cells have types of their own, which whoever takes any kind does not know.
  const kind = kinds[name] as unknown as Kind;
  return { ...kind, cells: { ...kind.cells, ...customCells(name, custom) } };
}
