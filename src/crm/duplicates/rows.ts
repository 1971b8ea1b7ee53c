import { Prisma } from '../../db/client.ts';
import type { Profiled } from '../attributes/attributes.ts';
import type { Ctx } from '../context.ts';
import { visibleSql } from '../visibility.ts';
import type { Marked } from './marks.ts';

/** A record with what it is known by. */
export interface MarkedRow extends Marked {
  readonly id: number;
  readonly name: string;
  readonly ownerId: number | null;
}

/** On whose behalf, and as of when, twins are looked for. */
export type Looking = Pick<Ctx, 'db' | 'now' | 'sight'>;

/** `r` is there to be seen. */
export const there = (ctx: Looking, kind: Profiled) =>
  Prisma.sql`r.created_at <= ${ctx.now} AND ${visibleSql(ctx.sight[kind], Prisma.sql`r.owner_id`)}`;

/** The company of `r`, where it is there to be seen: what may not be seen tells nothing. */
const joined = ({ sight }: Looking) =>
  Prisma.sql`LEFT JOIN company c ON c.id = r.company_id AND ${visibleSql(sight.company, Prisma.sql`c.owner_id`)}`;

const reach = Prisma.sql`r.id, r.name, r.owner_id AS "ownerId", r.phone, r.phones, r.email, r.emails`;

/** `SELECT … FROM … r` of what is asked of each kind. */
export const markedFrom: Record<Profiled, (ctx: Looking) => Prisma.Sql> = {
  company: () => Prisma.sql`SELECT ${reach}, r.tax_code AS "taxCode" FROM company r`,
  contact: (ctx) =>
    Prisma.sql`SELECT ${reach}, c.id AS "companyId", c.name AS "companyName" FROM contact r ${joined(ctx)}`,
  lead: (ctx) =>
    Prisma.sql`SELECT ${reach}, c.id AS "companyId", r.company_name AS "companyName" FROM lead r ${joined(ctx)}`,
};

/** So many are asked about at a time: the embedded database does one thing after the other, and others wait for each. */
export const piece = 2_000;

/** All of a kind that are there to be seen, some at a time, in the order of their numbers. */
export async function* inPieces(ctx: Looking, kind: Profiled): AsyncGenerator<MarkedRow[]> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: MarkedRow[] = await ctx.db.$queryRaw<MarkedRow[]>`
      ${markedFrom[kind](ctx)} WHERE r.id > ${after} AND ${there(ctx, kind)} ORDER BY r.id LIMIT ${piece}`;
    yield rows;
    after = rows.length < piece ? undefined : rows.at(-1)?.id;
  }
}
