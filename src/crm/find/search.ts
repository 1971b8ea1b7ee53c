import { Prisma } from '../../db/client.ts';
import { fold, foldCompany } from '../../lib/fold.ts';
import { type Kind, readCode } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { visibleSql } from '../visibility.ts';
import { type Fit, ranked } from './rank.ts';

export interface Hit {
  readonly kind: Kind;
  readonly id: number;
  readonly name: string;
  readonly ownerId: number | null;
  /** What tells it from others of the same name: the company of a contact or deal, the source of a lead. */
  readonly more: string | null;
  readonly fit: Fit;
}

/** The company of `r`, where it is there to be seen. */
const joined = ({ sight }: Ctx) =>
  Prisma.sql`LEFT JOIN company c ON c.id = r.company_id AND ${visibleSql(sight.company, Prisma.sql`c.owner_id`)}`;

const from: Record<Kind, (ctx: Ctx) => Prisma.Sql> = {
  deal: (ctx) =>
    Prisma.sql`SELECT r.id, r.title AS name, r.owner_id AS "ownerId", c.name AS more FROM deal r ${joined(ctx)}`,
  lead: () => Prisma.sql`SELECT r.id, r.name, r.owner_id AS "ownerId", r.company_name AS more FROM lead r`,
  contact: (ctx) =>
    Prisma.sql`SELECT r.id, r.name, r.owner_id AS "ownerId", c.name AS more FROM contact r ${joined(ctx)}`,
  company: () => Prisma.sql`SELECT r.id, r.name, r.owner_id AS "ownerId", r.industry AS more FROM company r`,
};

const seen = (ctx: Ctx, kind: Kind) =>
  Prisma.sql`r.created_at <= ${ctx.now} AND ${visibleSql(ctx.sight[kind], Prisma.sql`r.owner_id`)}`;

type Row = Omit<Hit, 'kind' | 'fit'>;

/**
 * Records whose name fits, best first. The index narrows it to names with all the words or much alike
 * (`hoang lng` → `Hoàng Long`), `rank` judges. An empty query gives the latest. `where` is a further condition on `r`.
 */
export async function search(
  ctx: Ctx,
  kind: Kind,
  query: string,
  limit = 25,
  where = Prisma.sql`TRUE`,
): Promise<Hit[]> {
  const folded = foldCompany(query);
  if (!folded) return seenWhere(ctx, kind, where, limit);
  const words = folded.split(' ').map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await ctx.db.$queryRaw<Row[]>`
    ${from[kind](ctx)} WHERE ${seen(ctx, kind)} AND ${where} AND (r.folded LIKE ALL(${words}) OR ${folded} <% r.folded)
    ORDER BY r.folded = ${folded} DESC, r.folded LIKE ALL(${words}) DESC, word_similarity(${folded}, r.folded) DESC, r.id DESC
    LIMIT ${limit * 4}`;
  return ranked(query, rows, (row) => row.name)
    .slice(0, limit)
    .map(({ row, fit }) => ({ ...row, kind, fit }));
}

/** Those that are there to be seen and for which a condition on `r` holds, the latest first. */
export async function seenWhere(ctx: Ctx, kind: Kind, where: Prisma.Sql, limit: number): Promise<Hit[]> {
  const rows = await ctx.db.$queryRaw<Row[]>`
    ${from[kind](ctx)} WHERE ${seen(ctx, kind)} AND ${where} ORDER BY r.id DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, kind, fit: 0 }));
}

/** The record with a number, if it is there to be seen. */
export async function byId(ctx: Ctx, kind: Kind, id: number): Promise<Hit | null> {
  if (id > 2_147_483_647) return null;
  const [hit] = await seenWhere(ctx, kind, Prisma.sql`r.id = ${id}`, 1);
  return hit ?? null;
}

/** The one record meant, the several it may be (all that fit equally well), or none. */
export async function resolveHit(ctx: Ctx, among: readonly Kind[], text: string): Promise<Hit[]> {
  // Text without a visible character names nothing.
  if (!fold(text)) return [];
  const named = readCode(text);
  if (named) {
    const wanted = named.kind ? among.filter((kind) => kind === named.kind) : among.slice(0, 1);
    const found = await Promise.all(wanted.map((kind) => byId(ctx, kind, named.id)));
    // A number that is nobody's is no name either: `won 42` must not close «Lot 42».
    return found.filter((hit) => hit !== null);
  }
  const hits = (await Promise.all(among.map((kind) => search(ctx, kind, text)))).flat();
  const best = Math.min(...hits.map((hit) => hit.fit));
  return hits.filter((hit) => hit.fit === best);
}
