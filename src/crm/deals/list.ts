import { type Department, Prisma, type StageKind } from '../../db/client.ts';
import type { Ctx } from '../context.ts';
import { fitting, needsAsked } from '../filter/where.ts';
import { ofOwner, visibleSql } from '../visibility.ts';
import type { Stage } from './stages.ts';

export interface DealFilter {
  /** Null: those that nobody is in charge of. */
  readonly ownerId?: number | null | undefined;
  readonly companyId?: number | undefined;
  readonly contactId?: number | undefined;
  /** Left out: the open ones, or with a filter all. */
  readonly stages?: readonly Stage[] | undefined;
  readonly filter?: string | undefined;
  readonly page?: number | undefined;
  readonly size?: number | undefined;
}

export interface ListedDeal {
  readonly id: number;
  readonly title: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly company: string | null;
  readonly owner: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly kind: StageKind;
  /** In charge of its stage. */
  readonly department: Department | null;
  readonly enteredAt: Date;
  readonly expectedCloseOn: Date | null;
  readonly lastActivityAt: Date | null;
}

export interface DealList {
  readonly rows: readonly ListedDeal[];
  readonly page: number;
  /** How many fit in all, and how many come after this page. */
  readonly total: number;
  readonly left: number;
  /** Asked for are those that nobody has touched for long. */
  readonly touched: boolean;
}

/**
 * Deals that fit, as they stood at `ctx.now`: furthest along first, then the largest. One statement for the page and
 * the total. A deal that a rep may not see is not counted either.
 */
export async function listDeals(ctx: Ctx, filter: DealFilter): Promise<DealList> {
  const { ownerId, companyId, contactId, stages, filter: text, page = 1, size = 10 } = filter;
  const when = [
    Prisma.sql`d.created_at <= ${ctx.now}`,
    visibleSql(ctx.sight.deal, Prisma.sql`d.owner_id`),
    ...(stages ? [Prisma.sql`s.id = ANY(${stages.map((stage) => stage.id)})`] : []),
    ...(stages || text ? [] : [Prisma.sql`s.kind = 'OPEN'`]),
    ...(text
      ? [Prisma.sql`d.id IN (SELECT r.id FROM deal r WHERE ${await fitting(ctx, 'deal', text)})`]
      : []),
    ...(ownerId === undefined ? [] : [ofOwner(Prisma.sql`d.owner_id`, ownerId)]),
    ...(companyId === undefined ? [] : [Prisma.sql`d.company_id = ${companyId}`]),
    ...(contactId === undefined ? [] : [Prisma.sql`d.contact_id = ${contactId}`]),
  ];
  const rows = await ctx.db.$queryRaw<(ListedDeal & { total: number })[]>`
    SELECT d.id, d.title, d.amount::text AS amount, d.currency, c.name AS company, m.name AS owner,
           s.name_vi AS "nameVi", s.name_en AS "nameEn", s.kind::text AS kind, s.department::text AS department, e.at AS "enteredAt",
           d.expected_close_on AS "expectedCloseOn",
           (SELECT max(a.at) FROM activity a WHERE a.deal_id = d.id AND a.at <= ${ctx.now}) AS "lastActivityAt",
           count(*) OVER ()::int AS total
    FROM deal d
    CROSS JOIN LATERAL (
      SELECT v.stage_id, v.at FROM stage_event v
      WHERE v.deal_id = d.id AND v.at <= ${ctx.now} AND (v.revoked_at IS NULL OR v.revoked_at > ${ctx.now})
      ORDER BY v.at DESC, v.id DESC LIMIT 1
    ) e
    JOIN stage s ON s.id = e.stage_id
    LEFT JOIN company c ON c.id = d.company_id AND ${visibleSql(ctx.sight.company, Prisma.sql`c.owner_id`)}
    LEFT JOIN member m ON m.id = d.owner_id
    WHERE ${Prisma.join(when, ' AND ')}
    ORDER BY s.kind, s.position DESC, d.amount DESC NULLS LAST, d.id DESC
    LIMIT ${size} OFFSET ${(page - 1) * size}`;
  const total = rows[0]?.total ?? 0;
  const touched = needsAsked(ctx, text).includes('stale');
  return { total, page, rows, touched, left: Math.max(0, total - (page - 1) * size - rows.length) };
}
