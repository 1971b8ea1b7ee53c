import { Prisma } from '../db/client.ts';
import { dayOf, type WorkCalendar } from '../lib/dates/index.ts';
import { allDeals, deals } from './deals.ts';
import type { Asker } from './measured.ts';
import { stillness } from './stillness.ts';

/** `stale`: see `stillness`; `overdue`: the expected close has passed; `no_owner`: nobody, or nobody active. */
export const reasons = ['overdue', 'stale', 'no_owner'] as const;
export type AttentionReason = (typeof reasons)[number];

export interface NeedyDeal {
  readonly id: number;
  readonly title: string;
  readonly owner: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly expectedCloseOn: Date | null;
  /** The last touch. */
  readonly since: Date;
}

export interface Attention {
  readonly reason: AttentionReason;
  readonly count: number;
  /** The largest of them, at most `limit`. */
  readonly deals: readonly NeedyDeal[];
}

/**
 * Open deals that need somebody, by reason; one deal may have several. Reasons without deals are left out.
 *
 * First which they are, then what is told of the few: an embedded database does one statement at a time, and all
 * that everybody asks meanwhile waits for the longest.
 */
export async function attention(
  ctx: Asker,
  { calendar, ownerId, limit = 5 }: { calendar: WorkCalendar; ownerId?: number; limit?: number },
): Promise<Attention[]> {
  const today = dayOf(ctx.now, ctx.zone);
  const { joins, isStale, lastTouch } = await stillness(ctx, calendar);
  const found = (reason: AttentionReason) => Prisma.sql`
    SELECT ${reason} AS reason, (SELECT count(*)::int FROM needy WHERE ${Prisma.raw(reason)}) AS count,
      ARRAY(SELECT id FROM needy WHERE ${Prisma.raw(reason)} ORDER BY amount DESC NULLS LAST, id LIMIT ${limit}) AS ids`;
  const needy = await ctx.db.$queryRaw<{ reason: AttentionReason; count: number; ids: number[] }[]>`
    WITH needy AS MATERIALIZED (
      SELECT d.id, d.amount, d.expected_close_on < ${today}::date AS overdue, ${isStale} AS stale,
        m.id IS NULL OR NOT m.active AS no_owner
      FROM ${allDeals(ctx, ownerId)} d
      ${joins}
      LEFT JOIN member m ON m.id = d.owner_id
      WHERE d.kind = 'OPEN'
    ) ${Prisma.join(reasons.map(found), ' UNION ALL ')}`;
  const ids = [...new Set(needy.flatMap((reason) => reason.ids))];
  const rows = await ctx.db.$queryRaw<NeedyDeal[]>`
    SELECT d.id, d.title, m.name AS owner, trim_scale(d.amount)::text AS amount, d.currency,
      d.expected_close_on AS "expectedCloseOn", ${lastTouch} AS since
    FROM ${deals(ctx, ownerId, Prisma.sql`AND e.deal_id = ANY(${ids})`)} d
    LEFT JOIN member m ON m.id = d.owner_id`;
  return needy
    .filter(({ count }) => count > 0)
    .map(({ reason, count, ids }) => ({
      reason,
      count,
      deals: ids.flatMap((id) => rows.find((row) => row.id === id) ?? []),
    }));
}
