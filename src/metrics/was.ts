import type { RecordName } from '../crm/changes/record.ts';
import { Prisma } from '../db/client.ts';

/**
 * What rows of a table looked like at an instant, where they were changed after it: `(id, was)`. `was` holds the
 * changed columns by their names in the change log, each from before the earliest later change. Nothing when
 * nothing was changed since, found by the index on the time of changes: asking about the present costs nothing.
 */
export function changedAfter(record: RecordName, now: Date): Prisma.Sql {
  // Of equal keys in an object the last one stays, so the latest change comes first.
  return Prisma.sql`(
    SELECT entry.row_id AS id, jsonb_object_agg(old.key, old.value ORDER BY change.at DESC, entry.id DESC) AS was
    FROM change
    JOIN change_entry entry ON entry.change_id = change.id AND entry.record = ${record}
    CROSS JOIN LATERAL jsonb_each(entry.before) old
    WHERE change.at > ${now}
    GROUP BY entry.row_id)`;
}

/** A column as it was: `was('amount', Prisma.sql`d.amount`, 'numeric')`, of a row joined as above under `w`. */
export function was(
  column: string,
  present: Prisma.Sql,
  type: 'int' | 'numeric' | 'text' | 'date',
): Prisma.Sql {
  return Prisma.sql`CASE WHEN w.was ? ${column} THEN (w.was->>${column})::${Prisma.raw(type)} ELSE ${present} END`;
}
