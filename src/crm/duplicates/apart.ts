import { type DistinctPair, Prisma, type Tx } from '../../db/client.ts';
import type { Profiled } from '../attributes/attributes.ts';
import type { Log } from '../changes/change.ts';
import type { Ctx } from '../context.ts';

/** A record by its number. */
export interface Ref {
  readonly kind: Profiled;
  readonly id: number;
}

/** How `distinct_pair` calls a lead (`a`) and a contact (`b`); two of one kind it calls by that. */
export const leadAndContact = 'lead contact';

/** Two records as `distinct_pair` keeps them: of one kind the smaller number first. */
export function pairOf(one: Ref, other: Ref): Pick<DistinctPair, 'record' | 'a' | 'b'> {
  if (one.kind === other.kind)
    return { record: one.kind, a: Math.min(one.id, other.id), b: Math.max(one.id, other.id) };
  const [lead, contact] = one.kind === 'lead' ? [one, other] : [other, one];
  return { record: leadAndContact, a: lead.id, b: contact.id };
}

/** Somebody said that two records are not the same, whose numbers are these; of two kinds the lead's comes first. */
export function apartSql(one: Profiled, other: Profiled, id: Prisma.Sql, otherId: Prisma.Sql): Prisma.Sql {
  const [record, a, b] =
    one === other
      ? [one, Prisma.sql`least(${id}, ${otherId})`, Prisma.sql`greatest(${id}, ${otherId})`]
      : [leadAndContact, ...(one === 'lead' ? ([id, otherId] as const) : ([otherId, id] as const))];
  return Prisma.sql`EXISTS (SELECT FROM distinct_pair p WHERE p.record = ${record} AND p.a = ${a} AND p.b = ${b})`;
}

/** What somebody said that a record is not, each with its row. */
export async function apartFrom(
  db: Pick<Tx, 'distinctPair'>,
  { kind, id }: Ref,
): Promise<{ readonly row: DistinctPair; readonly other: Ref }[]> {
  const mixed = kind === 'lead' ? { a: id } : kind === 'contact' ? { b: id } : null;
  const rows = await db.distinctPair.findMany({
    where: {
      OR: [
        { record: kind, OR: [{ a: id }, { b: id }] },
        ...(mixed ? [{ record: leadAndContact, ...mixed }] : []),
      ],
    },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => {
    const [a, b] = row.record === leadAndContact ? (['lead', 'contact'] as const) : [kind, kind];
    const isFirst = a === kind && row.a === id;
    return { row, other: isFirst ? { kind: b, id: row.b } : { kind: a, id: row.a } };
  });
}

/** Notes that a record is none of the others, so that nobody is asked about them again. */
export async function setApart(
  { tx, created }: Log,
  ctx: Ctx,
  one: Ref,
  others: readonly Ref[],
): Promise<void> {
  for (const other of others) {
    const pair = pairOf(one, other);
    if (await tx.distinctPair.findUnique({ where: { record_a_b: pair } })) continue;
    const { id } = await tx.distinctPair.create({ data: { ...pair, createdAt: ctx.now } });
    created('distinctPair', id);
  }
}
