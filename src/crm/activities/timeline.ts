import { Prisma } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { visibleSql } from '../visibility.ts';

/** One thing that happened, with whom it is told. */
export type Moment =
  | {
      readonly kind: 'CALL' | 'EMAIL' | 'MEETING' | 'NOTE';
      readonly at: Date;
      readonly text: string;
      readonly outcome: string | null;
      readonly minutes: number | null;
      readonly by: string | null;
    }
  | {
      readonly kind: 'STAGE';
      readonly at: Date;
      readonly nameVi: string;
      readonly nameEn: string;
      readonly reason: string | null;
      readonly deal: string;
    };

export interface Timeline {
  /** Oldest first. */
  readonly moments: readonly Moment[];
  /** Earlier ones that are not listed. */
  readonly earlier: number;
}

type Row = { readonly total: number } & {
  readonly [Key in 'text' | 'outcome' | 'by' | 'nameVi' | 'nameEn' | 'reason' | 'deal']: string | null;
} & { readonly kind: Moment['kind']; readonly at: Date; readonly minutes: number | null };

/** The latest things that happened on a record and on what hangs on it, told oldest first. One statement. */
export async function timeline(ctx: Ctx, kind: Kind, id: number, limit = 8): Promise<Timeline> {
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT *, (count(*) OVER ())::int AS total FROM (
      SELECT a.kind::text AS kind, a.at, a.id, a.text, a.outcome, a.minutes, m.name AS by,
        NULL AS "nameVi", NULL AS "nameEn", NULL AS reason, NULL AS deal
      FROM activity a LEFT JOIN member m ON m.id = a.member_id
      WHERE a.at <= ${ctx.now} AND (${activitiesOf(ctx, kind, id)})
      UNION ALL
      SELECT 'STAGE', e.at, e.id, NULL, NULL, NULL, NULL, s.name_vi, s.name_en, e.reason, d.title
      FROM deal d JOIN stage_event e ON e.deal_id = d.id JOIN stage s ON s.id = e.stage_id
      WHERE ${dealsOf(ctx, kind, id)} AND e.at <= ${ctx.now} AND (e.revoked_at IS NULL OR e.revoked_at > ${ctx.now})
    ) moment
    ORDER BY at DESC, kind = 'STAGE' DESC, id DESC LIMIT ${limit}`;
  return { moments: rows.map(momentOf).reverse(), earlier: (rows[0]?.total ?? 0) - rows.length };
}

/** Which columns are there, the kind says. */
function momentOf({ kind, at, text, outcome, minutes, by, nameVi, nameEn, reason, deal }: Row): Moment {
  if (kind !== 'STAGE') return { kind, at, text: text ?? '', outcome, minutes, by };
  return { kind, at, reason, deal: deal ?? '', nameVi: nameVi ?? '', nameEn: nameEn ?? '' };
}

/** Deals `d` whose moves are told. A lead's own card does not tell of them. */
function dealsOf(ctx: Ctx, kind: Kind, id: number): Prisma.Sql {
  const own = {
    deal: Prisma.sql`d.id = ${id}`,
    contact: Prisma.sql`d.contact_id = ${id}`,
    company: Prisma.sql`d.company_id = ${id}`,
    lead: Prisma.sql`FALSE`,
  }[kind];
  return Prisma.sql`${own} AND ${visibleSql(ctx.sight.deal, Prisma.sql`d.owner_id`)}`;
}

/**
 * Activities `a`: logged on the record itself or on the lead that it came from, and for a customer on their deals,
 * leads and people too.
 */
function activitiesOf(ctx: Ctx, kind: Kind, id: number): Prisma.Sql {
  const ofLeads = (own: Prisma.Sql) =>
    Prisma.sql`a.lead_id IN (
      SELECT l.id FROM lead l WHERE ${own} AND ${visibleSql(ctx.sight.lead, Prisma.sql`l.owner_id`)})`;
  if (kind === 'deal')
    return Prisma.sql`a.deal_id = ${id} OR ${ofLeads(Prisma.sql`l.id = (SELECT d.lead_id FROM deal d WHERE d.id = ${id})`)}`;
  if (kind === 'lead') return Prisma.sql`a.lead_id = ${id}`;
  const onDeals = Prisma.sql`a.deal_id IN (SELECT d.id FROM deal d WHERE ${dealsOf(ctx, kind, id)})`;
  if (kind === 'contact')
    return Prisma.sql`a.contact_id = ${id} OR ${onDeals} OR ${ofLeads(Prisma.sql`l.contact_id = ${id}`)}`;
  return Prisma.sql`a.company_id = ${id} OR ${onDeals}
    OR a.contact_id IN (
      SELECT c.id FROM contact c WHERE c.company_id = ${id} AND ${visibleSql(ctx.sight.contact, Prisma.sql`c.owner_id`)})
    OR ${ofLeads(Prisma.sql`l.company_id = ${id}`)}`;
}
