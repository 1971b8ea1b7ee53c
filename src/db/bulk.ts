import { Prisma, type Tx } from './client.ts';

/** Rows by their columns' names in the schema (`companyId`); values as JSON has them, moments and decimals as text. */
export type BulkRow = Readonly<Record<string, unknown>>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** A table or column by its name in the schema. */
export const quoted = (name: string) => Prisma.raw(`"${snake(name)}"`);

/** Inserts rows that all have the same columns, in one statement and in their order. Several times `createMany`'s speed. */
export async function insertRows(tx: Tx, table: string, rows: readonly BulkRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Prisma.join(Object.keys(first).map(quoted));
  await tx.$executeRaw`INSERT INTO ${quoted(table)} (${columns}) SELECT ${columns} FROM ${recordset(table, rows)} r`;
}

/** Updates rows by their id; all have the same columns. */
export async function updateRows(
  tx: Tx,
  table: string,
  rows: readonly (BulkRow & { readonly id: number })[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((name) => name !== 'id');
  const sets = Prisma.join(columns.map((name) => Prisma.sql`${quoted(name)} = r.${quoted(name)}`));
  await tx.$executeRaw`UPDATE ${quoted(table)} t SET ${sets} FROM ${recordset(table, rows)} r WHERE t.id = r.id`;
}

/** The next `count` ids of a table. */
export async function reserveIds(tx: Tx, table: string, count: number): Promise<number[]> {
  if (count === 0) return [];
  const sequence = Prisma.sql`(SELECT pg_get_serial_sequence(${`"${snake(table)}"`}, 'id'))`;
  const [row] = await tx.$queryRaw<{ ids: number[] }[]>`
    SELECT array_agg(nextval(${sequence})::int) AS ids FROM generate_series(1, ${count}::int)`;
  return row?.ids ?? [];
}

/** The columns' own types do the reading of what JSON cannot say. */
function recordset(table: string, rows: readonly BulkRow[]): Prisma.Sql {
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
  );
  return Prisma.sql`json_populate_recordset(NULL::${quoted(table)}, ${JSON.stringify(named)}::json)`;
}
