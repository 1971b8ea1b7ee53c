import { isDeepStrictEqual } from 'node:util';
import type { Db, Tx } from '../../db/client.ts';
import { Overtaken } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';
import { byId } from '../find/search.ts';
import { plainRow, type RecordName, type Row } from './record.ts';

/** The number of a record's latest change: what a form that shows it has seen. */
export async function latestChange(db: Db, record: RecordName, id: number): Promise<number> {
  const [latest] = await db.$queryRaw<{ id: number }[]>`
    SELECT coalesce(max(change_id), 0)::int AS id FROM change_entry WHERE record = ${record} AND row_id = ${id}`;
  return latest?.id ?? 0;
}

/**
 * Of what somebody says of a record, field by field as columns, what is to be written. What they left as their form
 * showed it keeps what others have set meanwhile; what both changed otherwise is refused with `Overtaken`.
 */
export async function merged(
  ctx: Ctx,
  tx: Tx,
  record: RecordName,
  before: Row & { readonly id: number },
  said: Readonly<Record<string, Row>>,
): Promise<Record<string, Row>> {
  const fields = await withoutUnseen(ctx, before, said);
  if (ctx.seen === undefined) return fields;
  const now = flat(plainRow(before));
  const { then, by } = await changedSince(tx, record, before.id, ctx.seen);
  const untouched: string[] = [];
  const overtaken: Record<string, string | null> = {};
  for (const [name, columns] of Object.entries(fields)) {
    const mine = plainRow(columns);
    const names = Object.keys(mine);
    const as = (row: Row) => Object.fromEntries(names.map((column) => [column, row[column] ?? null]));
    const [was, is] = [as({ ...now, ...then }), as(now)];
    if (isDeepStrictEqual(mine, was)) untouched.push(name);
    else if (!isDeepStrictEqual(is, was) && !isDeepStrictEqual(is, mine))
      overtaken[name] = names.map((column) => by[column]).find((who) => who !== undefined) ?? null;
  }
  if (Object.keys(overtaken).length) throw new Overtaken(overtaken, untouched);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !untouched.includes(name)));
}

const links = { company: 'company', parent: 'company', contact: 'contact' } as const;

/** A link to a record that is not there to be seen looks empty: leaving it so is no wish. */
async function withoutUnseen(ctx: Ctx, before: Row, said: Readonly<Record<string, Row>>) {
  const fields = { ...said };
  for (const [name, kind] of Object.entries(links)) {
    const id = before[`${name}Id`];
    if (fields[name]?.[`${name}Id`] === null && typeof id === 'number' && !(await byId(ctx, kind, id)))
      delete fields[name];
  }
  return fields;
}

/** The columns that changed after a change: what they were, and who changed them last. */
async function changedSince(tx: Tx, record: RecordName, id: number, seen: number) {
  const entries = await tx.$queryRaw<{ before: Row; after: Row; name: string | null }[]>`
    SELECT e.before, e.after, m.name FROM change_entry e
    JOIN change c ON c.id = e.change_id LEFT JOIN member m ON m.id = c.member_id
    WHERE e.record = ${record} AND e.row_id = ${id} AND e.change_id > ${seen}
      AND e.before IS NOT NULL AND e.after IS NOT NULL ORDER BY e.id DESC`;
  const then: Record<string, unknown> = {};
  const by: Record<string, string | null> = {};
  for (const { before, after, name } of entries) {
    const [was, is] = [flat(before), flat(after)];
    for (const column of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (isDeepStrictEqual(was[column], is[column])) continue;
      then[column] = was[column] ?? null;
      if (!Object.hasOwn(by, column)) by[column] = name;
    }
  }
  return { then, by };
}

/** Fields that admins have added stand in one column; each is looked at by itself, as `x12`. */
function flat({ custom, ...row }: Row): Row {
  const added = Object.entries((custom ?? {}) as Row).map(([id, value]) => [`x${id}`, value]);
  return { ...row, ...Object.fromEntries(added) };
}
