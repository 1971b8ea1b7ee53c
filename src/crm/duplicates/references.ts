import { quoted } from '../../db/bulk.ts';
import type { Profiled } from '../attributes/attributes.ts';
import type { Log } from '../changes/change.ts';
import type { RecordName } from '../changes/record.ts';
import type { Ctx } from '../context.ts';
import { apartFrom, setApart } from './apart.ts';

/** The columns by which rows hang on a record. */
export const references: Readonly<Record<Profiled, readonly (readonly [RecordName, string])[]>> = {
  company: [
    ['contact', 'companyId'],
    ['lead', 'companyId'],
    ['deal', 'companyId'],
    ['activity', 'companyId'],
    ['task', 'companyId'],
    ['company', 'parentId'],
  ],
  contact: [
    ['lead', 'contactId'],
    ['deal', 'contactId'],
    ['activity', 'contactId'],
    ['task', 'contactId'],
  ],
  lead: [
    ['deal', 'leadId'],
    ['activity', 'leadId'],
    ['task', 'leadId'],
  ],
};

/**
 * Moves everything that hangs on one record to another of its kind, and leaves word where it went: by its number, and
 * by `externalId` where another system goes on calling it so.
 */
export async function moveAll(
  log: Log,
  ctx: Ctx,
  kind: Profiled,
  from: number,
  to: number,
  externalId: string | null,
): Promise<void> {
  const { tx } = log;
  for (const [record, column] of references[kind]) {
    const moved = await tx.$queryRaw<{ id: number }[]>`
      UPDATE ${quoted(record)} SET ${quoted(column)} = ${to}
      WHERE ${quoted(column)} = ${from} AND NOT (${record === kind} AND id = ${to}) RETURNING id`;
    for (const { id } of moved) log.updated(record, id, { [column]: from }, { [column]: to });
  }
  const apart = await apartFrom(tx, { kind, id: from });
  await tx.distinctPair.deleteMany({ where: { id: { in: apart.map(({ row }) => row.id) } } });
  for (const { row } of apart) log.deleted('distinctPair', { ...row });
  const others = apart.map(({ other }) => other);
  await setApart(
    log,
    ctx,
    { kind, id: to },
    others.filter((other) => other.kind !== kind || other.id !== to),
  );
  const earlier = await tx.merged.findMany({ where: { record: kind, intoId: from } });
  for (const { id } of earlier) {
    await tx.merged.update({ where: { id }, data: { intoId: to } });
    log.updated('merged', id, { intoId: from }, { intoId: to });
  }
  const { id } = await tx.merged.create({ data: { record: kind, rowId: from, intoId: to, externalId } });
  log.created('merged', id);
}
