import type { Tx } from '../db/client.ts';
import type { Creatable } from './creatable.ts';
import { byBareName, byEmail, byName } from './keys.ts';
import { createNames, type Names } from './names.ts';
import { newCompany, newMember, newProduct } from './new.ts';
import { type Item, newItem, type Shelf, type Values } from './shelf.ts';

/** The records that rows name. */
export interface Book {
  readonly companies: Names;
  readonly members: Names;
  readonly products: Names;
  /** What happens to these tables, in the order of writing. */
  readonly shelves: readonly Shelf[];
  /** A record that is made for the row at hand. */
  make(names: Names, values: Values): Item;
  /** Keeps what was made for a row, or forgets it because the row was refused. */
  settle(kept: boolean): void;
}

export async function openBook(
  tx: Tx,
  { create, now, currency }: { create: ReadonlySet<Creatable>; now: Date; currency: string },
): Promise<Book> {
  let pending: { names: Names; item: Item }[] = [];
  const make = (names: Names, values: Values): Item => {
    const item = newItem(values);
    pending.push({ names, item });
    return item;
  };
  const orderBy = { id: 'asc' } as const;
  const rows = {
    companies: await tx.company.findMany({ orderBy }),
    members: await tx.member.findMany({ orderBy }),
    products: await tx.product.findMany({ orderBy }),
  };
  const maker = (kind: Creatable, makeOne: (name: string) => Item) =>
    create.has(kind) ? makeOne : undefined;
  const companies: Names = createNames(
    'company',
    'company',
    rows.companies,
    [byName, byBareName],
    maker('company', (name) => make(companies, newCompany(name, now))),
  );
  const members: Names = createNames(
    'owner',
    'member',
    rows.members,
    [byName, byEmail],
    maker('owner', (name) => make(members, newMember(name, now))),
  );
  const products: Names = createNames(
    'product',
    'product',
    rows.products,
    [byName],
    maker('product', (name) => make(products, newProduct(name, currency))),
  );
  return {
    companies,
    members,
    products,
    shelves: [members.shelf, products.shelf, companies.shelf],
    make,
    settle(kept) {
      if (kept)
        for (const { names, item } of pending) {
          names.shelf.insert(item);
          names.add(item);
        }
      pending = [];
    },
  };
}
