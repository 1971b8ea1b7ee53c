import { Prisma } from '../../db/client.ts';
import { dayOf, workCalendar } from '../../lib/dates/index.ts';
import type { Ctx } from '../context.ts';
import { visibleSql } from '../visibility.ts';

export interface StaleDeal {
  readonly id: number;
  readonly title: string;
  readonly ownerId: number | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** The stage event it stands in: what a button names as seen. */
  readonly eventId: number;
  /** Its last activity or stage change: when this silence began. */
  readonly since: Date;
  /** Working days since then, and how many its stage allows. */
  readonly quietDays: number;
  readonly allowedDays: number;
}

/**
 * Open deals without activity or stage change for more working days than their stage allows, quietest first; not
 * those that were snoozed beyond today. Example: last call on Monday, five days allowed: stale from the next Tuesday.
 */
export async function staleDeals(ctx: Ctx, ownerId?: number): Promise<StaleDeal[]> {
  const today = dayOf(ctx.now, ctx.zone);
  const rows = await ctx.db.$queryRaw<Omit<StaleDeal, 'quietDays'>[]>`
    SELECT d.id, d.title, d.owner_id AS "ownerId", d.amount::text AS amount, d.currency,
           s.name_vi AS "nameVi", s.name_en AS "nameEn", e.id AS "eventId", s.stale_after_days AS "allowedDays",
           greatest(e.at, (SELECT max(a.at) FROM activity a WHERE a.deal_id = d.id AND a.at <= ${ctx.now})) AS since
    FROM deal d
    CROSS JOIN LATERAL (
      SELECT v.id, v.stage_id, v.at FROM stage_event v
      WHERE v.deal_id = d.id AND v.at <= ${ctx.now} AND (v.revoked_at IS NULL OR v.revoked_at > ${ctx.now})
      ORDER BY v.at DESC, v.id DESC LIMIT 1
    ) e
    JOIN stage s ON s.id = e.stage_id
    WHERE d.created_at <= ${ctx.now} AND s.kind = 'OPEN' AND s.stale_after_days IS NOT NULL
      AND (d.snoozed_until IS NULL OR d.snoozed_until <= ${today}::date)
      AND ${visibleSql(ctx.sight, Prisma.sql`d.owner_id`)}
      AND ${ownerId === undefined ? Prisma.sql`TRUE` : Prisma.sql`d.owner_id = ${ownerId}`}`;
  const { workingDaysBetween } = workCalendar();
  return rows
    .map((row) => ({ ...row, quietDays: workingDaysBetween(dayOf(row.since, ctx.zone), today) }))
    .filter((row) => row.quietDays > row.allowedDays)
    .sort((a, b) => b.quietDays - a.quietDays || a.id - b.id);
}
