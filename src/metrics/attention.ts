import { dayOf, type WorkCalendar } from '../lib/dates/index.ts';
import { deals } from './deals.ts';
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

/** Open deals that need somebody, by reason; one deal may have several. Reasons without deals are left out. */
export async function attention(
  ctx: Asker,
  { calendar, ownerId, limit = 5 }: { calendar: WorkCalendar; ownerId?: number; limit?: number },
): Promise<Attention[]> {
  const today = dayOf(ctx.now, ctx.zone);
  const { joins, isStale, lastTouch } = await stillness(ctx, calendar);
  const rows = await ctx.db.$queryRaw<(NeedyDeal & { reason: AttentionReason; count: number })[]>`
    SELECT d.id, d.title, d.owner, trim_scale(d.amount)::text AS amount, d.currency, d.reason, d.count,
      d.expected_close_on AS "expectedCloseOn", ${lastTouch} AS since
    FROM (
      SELECT d.*, m.name AS owner, why.reason, (count(*) OVER (PARTITION BY why.reason))::int AS count,
        row_number() OVER (PARTITION BY why.reason ORDER BY d.amount DESC NULLS LAST, d.id) AS place
      FROM ${deals(ctx, ownerId)} d
      ${joins}
      LEFT JOIN member m ON m.id = d.owner_id
      CROSS JOIN LATERAL (VALUES ('overdue', d.expected_close_on < ${today}::date), ('stale', ${isStale}),
        ('no_owner', m.id IS NULL OR NOT m.active)) why(reason, holds)
      WHERE d.kind = 'OPEN' AND why.holds
    ) d
    WHERE place <= ${limit} ORDER BY place`;
  return reasons
    .map((reason) => ({ reason, deals: rows.filter((row) => row.reason === reason) }))
    .filter(({ deals }) => deals.length > 0)
    .map(({ reason, deals }) => ({ reason, count: deals[0]?.count ?? 0, deals }));
}
