import { Prisma } from '../../db/client.ts';
import type { RecordName } from './record.ts';

/**
 * What rows of a table looked like at an instant, where they were changed after it: one row with the object
 * `{ id: { column: value } }`, columns by their names in the change log, each value from before the earliest later
 * change; null when nothing was changed since, found by the index on the time of changes. An object in one row and
 * not a table: looking up stays quick whatever the planner knows, and the present costs next to nothing.
 */
export function changedAfter(record: RecordName, now: Date): Prisma.Sql {
  // Of equal keys in an object the last one stays, so the latest change comes first.
  return Prisma.sql`past AS MATERIALIZED (
    SELECT jsonb_object_agg(id, row) AS rows FROM (
      SELECT entry.row_id AS id, jsonb_object_agg(old.key, old.value ORDER BY change.at DESC, entry.id DESC) AS row
      FROM change
      JOIN change_entry entry ON entry.change_id = change.id AND entry.record = ${record}
      CROSS JOIN LATERAL jsonb_each(entry.before) old
      WHERE change.at > ${now}
      GROUP BY entry.row_id
    ) changed)`;
}

/** A column of a row as it was: `was('amount', 'd', 'amount', 'numeric')`, where the above stands beside as `past`. */
export function was(
  key: string,
  table: 'd' | 'l' | 'c',
  column: string,
  type: 'int' | 'numeric' | 'text' | 'date' | 'timestamptz' | 'jsonb',
): Prisma.Sql {
  const present = Prisma.raw(`${table}.${column}::${type}`);
  const row = Prisma.sql`(SELECT rows FROM past)->(${Prisma.raw(table)}.id::text)`;
  return Prisma.sql`CASE WHEN (SELECT rows FROM past) IS NULL THEN ${present}
    WHEN ${row} ? ${key} THEN (${row}->>${key})::${Prisma.raw(type)} ELSE ${present} END AS ${Prisma.raw(column)}`;
}

/** By which telephone numbers and addresses somebody could be reached. */
export const reachWas = (table: 'l' | 'c') => Prisma.sql`
  ${was('phone', table, 'phone', 'text')}, ${was('phones', table, 'phones', 'jsonb')},
  ${was('email', table, 'email', 'text')}, ${was('emails', table, 'emails', 'jsonb')}`;
