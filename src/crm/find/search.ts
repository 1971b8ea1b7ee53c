import { Prisma } from '../../db/client.ts';
import { kept } from '../../db/kept.ts';
import { fold, foldCompany } from '../../lib/fold.ts';
import { type Kind, readCode } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { visibleSql } from '../visibility.ts';
import { type Fit, ranked } from './rank.ts';
import { meantBy, withBegun, withNear, withSlips, withWhole } from './words.ts';

export interface Hit {
  readonly kind: Kind;
  readonly id: number;
  readonly name: string;
  readonly ownerId: number | null;
  /** What tells it from others of the same name: the company of a contact or deal, the source of a lead. */
  readonly more: string | null;
  readonly fit: Fit;
  /** The number it was asked by, of a record that was merged into it. */
  readonly was?: string;
}

/** The company's name, where it is there to be seen. Asked for the few rows that are left, and planned faster than a join. */
const company = ({ sight }: Ctx) =>
  Prisma.sql`(SELECT c.name FROM company c WHERE c.id = r.company_id AND ${visibleSql(sight.company, Prisma.sql`c.owner_id`)})`;

const from: Record<Kind, (ctx: Ctx) => Prisma.Sql> = {
  deal: (ctx) =>
    Prisma.sql`'deal' AS kind, r.id, r.title AS name, r.owner_id AS "ownerId", ${company(ctx)} AS more FROM deal r`,
  lead: () =>
    Prisma.sql`'lead' AS kind, r.id, r.name, r.owner_id AS "ownerId", r.company_name AS more FROM lead r`,
  contact: (ctx) =>
    Prisma.sql`'contact' AS kind, r.id, r.name, r.owner_id AS "ownerId", ${company(ctx)} AS more FROM contact r`,
  company: () =>
    Prisma.sql`'company' AS kind, r.id, r.name, r.owner_id AS "ownerId", r.industry AS more FROM company r`,
};

const seen = (ctx: Ctx, kind: Kind) =>
  Prisma.sql`r.created_at <= ${ctx.now} AND ${visibleSql(ctx.sight[kind], Prisma.sql`r.owner_id`)}`;

type Row = Omit<Hit, 'fit'>;

/**
 * Records whose name fits, best first. The words that may be meant are looked up first; an index then finds the names
 * with them, the latest first, and `rank` judges. Slips of the pen are looked for where nothing fits without, first in
 * words that no name has. `where` is a further condition on `r`.
 */
export async function search(
  ctx: Ctx,
  among: readonly Kind[],
  query: string,
  limit = 25,
  where = Prisma.sql`TRUE`,
): Promise<Hit[]> {
  const folded = foldCompany(query);
  if (!folded) return (await Promise.all(among.map((kind) => seenWhere(ctx, kind, where, limit)))).flat();
  const meant = await meantBy(ctx.db, wordsOf(folded));
  const [begun, near] = [withBegun(meant), withNear(meant)];
  const here =
    (condition: Condition): Condition =>
    (kind) =>
      Prisma.sql`(${condition(kind)} AND ${where})`;
  // A word that no name has is in no name as a whole.
  const known = meant.every((one) => one.begun.includes(one.typed));
  const right = [...(known ? wholly(folded) : []), ...(begun ? [having(begun)] : [])].map(here);
  const found = await fitting(ctx, among, query, right, limit);
  if (!near || found.some(({ fit }) => fit < 3)) return found;
  const slips = withSlips(meant);
  const mended = slips ? await fitting(ctx, among, query, [here(having(slips))], limit) : [];
  return mended.length ? mended : fitting(ctx, among, query, [...right, here(having(near))], limit);
}

const wordsOf = (folded: string) => [...new Set(folded.split(' '))];

/** A condition on the record `r` of a kind. */
type Condition = (kind: Kind) => Prisma.Sql;

/** A name with these words, in the language of PostgreSQL's text search; a lead's with that of its company. */
const having =
  (words: string): Condition =>
  (kind) =>
    kind === 'lead'
      ? Prisma.sql`lead_words(r.folded, r.company_name) @@ ${words}::tsquery`
      : Prisma.sql`words_of(r.folded) @@ ${words}::tsquery`;

/** The very name, and names with all its words. */
const wholly = (folded: string): Condition[] => [
  () => Prisma.sql`r.folded = ${folded}`,
  having(withWhole(wordsOf(folded))),
];

/** Of each kind those for which one of the conditions on `r` holds and whose name fits, as many as are wanted. */
async function fitting(
  ctx: Ctx,
  among: readonly Kind[],
  query: string,
  conditions: readonly Condition[],
  limit: number,
): Promise<Hit[]> {
  if (conditions.length === 0) return [];
  const most = limit * 4;
  const arms = among.flatMap((kind) =>
    conditions.map((where) => Prisma.sql`(${latest(ctx, kind, where(kind))} LIMIT ${most})`),
  );
  const rows = await ctx.db.$queryRaw<Row[]>`${Prisma.join(arms, ' UNION ALL ')}`;
  const once = [...new Map(rows.map((row) => [`${row.kind}${row.id}`, row])).values()];
  const companyOf = (row: Row) => (row.kind === 'lead' ? row.more : null);
  const fits = ranked(query, once, (row) => row.name, companyOf).map(({ row, fit }) => ({ ...row, fit }));
  return among.flatMap((kind) => fits.filter((hit) => hit.kind === kind).slice(0, limit));
}

/** Those that are there to be seen and for which a condition on `r` holds, the latest first. */
export const seenWhere = (ctx: Ctx, kind: Kind, where: Prisma.Sql, limit: number) =>
  hits(ctx, Prisma.sql`${latest(ctx, kind, where)} LIMIT ${limit}`);

/** The record with a number, if it is there to be seen. */
export async function byId(ctx: Ctx, kind: Kind, id: number): Promise<Hit | null> {
  if (id > 2_147_483_647) return null;
  const [hit] = await hits(ctx, Prisma.sql`${kept}${latest(ctx, kind, Prisma.sql`r.id = ${id}`)}`);
  return hit ?? null;
}

const latest = (ctx: Ctx, kind: Kind, where: Prisma.Sql) =>
  Prisma.sql`SELECT ${from[kind](ctx)} WHERE ${seen(ctx, kind)} AND ${where} ORDER BY r.id DESC`;

async function hits({ db }: Ctx, query: Prisma.Sql): Promise<Hit[]> {
  const rows = await db.$queryRaw<Row[]>(query);
  return rows.map((row) => ({ ...row, fit: 0 }));
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
  // What is typed is mostly a name as it stands, or words of one: found by an index, without asking what may be meant.
  const whole = await withWords(ctx, among, text);
  const hits = whole.some(({ fit }) => fit < 3) ? whole : await search(ctx, among, text);
  const best = Math.min(...hits.map((hit) => hit.fit));
  return hits.filter((hit) => hit.fit === best);
}

const withWords = async (ctx: Ctx, among: readonly Kind[], text: string) => {
  const folded = foldCompany(text);
  return folded ? fitting(ctx, among, text, wholly(folded), 25) : [];
};

/** The records that have this name, or all these words in it; of those that have it as it stands only these. */
export async function named(ctx: Ctx, among: readonly Kind[], text: string): Promise<Hit[]> {
  const found = (await withWords(ctx, among, text)).filter(({ fit }) => fit < 2);
  const whole = found.filter(({ fit }) => fit === 0);
  return whole.length ? whole : found;
}
