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
/** Each kind's cells have types of their own, which whoever takes any kind does not know. */
export const kindOf = (name: KindName): Kind => kinds[name] as unknown as Kind;
