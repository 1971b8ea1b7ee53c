import { quoted } from '../db/bulk.ts';
import type { Tx } from '../db/client.ts';
import { type Item, stored } from './shelf.ts';

interface Table {
  findMany(args: { where: object }): Promise<{ id: number }[]>;
}

/** Parameters of one statement. */
const size = 5000;

/** The stored rows of a table that hold, in one of these columns, one of these values. */
export async function candidates(
  tx: Tx,
  record: 'contact' | 'lead' | 'deal',
  wanted: Readonly<Record<string, Iterable<string | number | undefined>>>,
): Promise<Item[]> {
  const table = tx[record] as unknown as Table; // Prisma's delegates have no common type
  const found = new Map<number, Item>();
  for (const [column, texts] of Object.entries(wanted)) {
    const values = [...new Set(texts)].filter((text) => text !== undefined);
    for (let from = 0; from < values.length; from += size)
      for (const row of await table.findMany({
        where: await holding(tx, record, column, values.slice(from, from + size)),
      }))
        if (!found.has(row.id)) found.set(row.id, stored(row));
  }
  return [...found.values()];
}

/** An e-mail address is the same in capitals, as in `byEmail`. */
async function holding(tx: Tx, record: string, column: string, values: (string | number)[]): Promise<object> {
  if (column !== 'email') return { [column]: { in: values } };
  const emails = values.map((value) => String(value).toLowerCase());
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM ${quoted(record)} WHERE lower(email) = ANY(${emails})`;
  return { id: { in: rows.map(({ id }) => id) } };
}
