import { Prisma } from '../../db/client.ts';
import { fold, foldCompany } from '../../lib/fold.ts';
import type { Profiled } from '../attributes/attributes.ts';
import type { Ctx } from '../context.ts';
import { apartSql } from './apart.ts';
import { certain, inCommon, type Marks, marksOf, type Tie, weight } from './marks.ts';
import { type MarkedRow, markedFrom, there } from './rows.ts';

/** A record that is likely the same as the one at hand. */
export interface Twin extends Tie {
  readonly kind: Profiled;
  readonly id: number;
  readonly name: string;
}

/** Among what a record of this kind may be a second one. */
export const among: Record<Profiled, readonly Profiled[]> = {
  company: ['company'],
  contact: ['contact', 'lead'],
  lead: ['lead', 'contact'],
};

/** The likely twins of a record, written or not yet (`self` 0), that are there to be seen; the surest first. */
export async function twinsOf(ctx: Ctx, kind: Profiled, marks: Marks, self = 0): Promise<Twin[]> {
  const own = await withCompany(ctx, marks);
  const found = await Promise.all(among[kind].map((other) => twinsAmong(ctx, kind, other, own, self)));
  return found.flat().sort((a, b) => weight(b) - weight(a));
}

interface Known extends Marks {
  /** The companies of this name that we have. */
  readonly companyIds: readonly number[];
}

async function withCompany(ctx: Ctx, marks: Marks): Promise<Known> {
  const { companyId, companyName } = marks;
  if (companyId === null && companyName === null) return { ...marks, companyIds: [] };
  const rows = await ctx.db.$queryRaw<{ id: number; name: string }[]>`
    SELECT r.id, r.name FROM company r
    WHERE ${there(ctx, 'company')} AND (r.id = ${companyId} OR name_keys(r.folded) @> ${[`=${foldCompany(companyName ?? '').replaceAll(' ', '')}`]})
    LIMIT 20`;
  const name = rows.find(({ id }) => id === companyId)?.name ?? null;
  return { ...marks, companyName: companyName ?? name, companyIds: rows.map(({ id }) => id) };
}

async function twinsAmong(
  ctx: Ctx,
  kind: Profiled,
  other: Profiled,
  own: Known,
  self: number,
): Promise<Twin[]> {
  const [sure, likely] = [sureArms(other, own), likelyArms(other, own)];
  const arms = [...sure, ...likely];
  if (arms.length === 0) return [];
  const surely = sure.length ? Prisma.sql`(${Prisma.join(sure, ' OR ')}) IS TRUE DESC, ` : Prisma.empty;
  // Those that it is most likely to be before all whose names are somewhat alike, however many a company has of them.
  const rows = await ctx.db.$queryRaw<MarkedRow[]>`
    ${markedFrom[other](ctx)}
    WHERE ${there(ctx, other)} AND (${Prisma.join(arms, ' OR ')}) AND ${others(kind, other, self)}
    ORDER BY ${surely}similarity(r.folded, ${fold(own.name)}) DESC, r.id LIMIT 100`;
  const inOrder = rows.toSorted((a, b) => a.id - b.id);
  return inOrder.flatMap((row) => {
    const marks = marksOf(row);
    const why = inCommon(kind !== 'company', own, marks);
    const { id, name } = row;
    return why.length ? [{ kind: other, id, name, why, certain: certain(why, own, marks) }] : [];
  });
}

/** Conditions on `r`, each with an index of its own, that all twins fulfil one of these or of `likelyArms`: what is theirs alone. */
function sureArms(kind: Profiled, own: Known): Prisma.Sql[] {
  const arms = own.phones.flatMap((phone) => [
    Prisma.sql`r.phone = ${phone}`,
    Prisma.sql`r.phones @> ${holding(phone)}::jsonb`,
  ]);
  for (const email of own.emails)
    arms.push(
      Prisma.sql`lower(r.email) = ${email}`,
      Prisma.sql`lower(r.emails::text)::jsonb @> ${holding(email)}::jsonb`,
    );
  if (kind === 'company' && own.taxCode) arms.push(Prisma.sql`r.tax_code = ${own.taxCode}`);
  return arms;
}

/** The others: a name, of people within a company. */
function likelyArms(kind: Profiled, own: Known): Prisma.Sql[] {
  if (kind === 'company') return [Prisma.sql`name_keys(r.folded) && name_keys(${fold(own.name)})`];
  const alike = Prisma.sql`r.folded % ${fold(own.name)}`;
  const arms: Prisma.Sql[] = [];
  if (own.companyIds.length) arms.push(Prisma.sql`r.company_id = ANY(${[...own.companyIds]}) AND ${alike}`);
  if (kind === 'lead' && own.companyName)
    arms.push(Prisma.sql`bare_name(r.company_name) = ${foldCompany(own.companyName)} AND ${alike}`);
  return arms;
}

const holding = (value: string) => JSON.stringify([{ value }]);

/** Neither itself, nor what it was converted to or from, nor what somebody said to be another. */
function others(kind: Profiled, other: Profiled, self: number): Prisma.Sql {
  if (self === 0) return Prisma.sql`TRUE`;
  const linked =
    kind === other
      ? Prisma.sql`r.id = ${self}`
      : kind === 'contact'
        ? Prisma.sql`r.contact_id IS NOT DISTINCT FROM ${self}`
        : Prisma.sql`EXISTS (SELECT FROM lead l WHERE l.id = ${self} AND l.contact_id = r.id)`;
  return Prisma.sql`NOT (${linked} OR ${apartSql(kind, other, Prisma.sql`${self}::int`, Prisma.sql`r.id`)})`;
}
