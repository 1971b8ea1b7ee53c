import { quoted } from '../db/bulk.ts';
import { Prisma, type Tx } from '../db/client.ts';
import { type Item, stored } from './shelf.ts';

interface Table {
  findMany(args: { where: object; orderBy?: object; select?: object }): Promise<{ id: number }[]>;
}

/** Parameters of one statement. */
const size = 5000;

/**
 * The stored rows of a table that hold, in one of these columns, one of these values. With `held` nobody else changes
 * them until the end of the transaction: what is written of them is what they say now, and what the file adds.
 */
export async function candidates(
  tx: Tx,
  record: 'contact' | 'lead' | 'deal',
  wanted: Readonly<Record<string, Iterable<string | number | undefined>>>,
  held = false,
): Promise<Item[]> {
  const table = tx[record] as unknown as Table; // Prisma's delegates have no common type
  const found = new Set<number>();
  for (const [column, texts] of Object.entries(wanted))
    for (const values of pieces([...new Set(texts)].filter((text) => text !== undefined)))
      for (const { id } of await table.findMany({
        where: await holding(tx, record, column, values),
        select: { id: true },
      }))
        found.add(id);
  const items: Item[] = [];
  for (const ids of pieces([...found].sort((a, b) => a - b))) {
    if (held) await hold(tx, record, ids);
    const rows = await table.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
    for (const row of rows) items.push(stored(row));
  }
  return items;
}

/** Keeps rows, or all of a table, as they are for everybody else until the end of the transaction. */
export async function hold(tx: Tx, record: string, ids?: number[]): Promise<void> {
  const which = ids ? Prisma.sql`WHERE id = ANY(${ids})` : Prisma.empty;
  await tx.$executeRaw`SELECT id FROM ${quoted(record)} ${which} ORDER BY id FOR NO KEY UPDATE`;
}

function* pieces<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** An e-mail address is the same in capitals, as in `byEmail`. */
async function holding(tx: Tx, record: string, column: string, values: (string | number)[]): Promise<object> {
  if (column !== 'email') return { [column]: { in: values } };
  const emails = values.map((value) => String(value).toLowerCase());
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM ${quoted(record)} WHERE lower(email) = ANY(${emails})`;
  return { id: { in: rows.map(({ id }) => id) } };
}
