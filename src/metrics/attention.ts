import { openDeals } from '../crm/deals/needing.ts';
import { type Need, needs } from '../crm/deals/needs.ts';
import { deals } from '../crm/deals/standing.ts';
import { lastTouch } from '../crm/deals/stillness.ts';
import { Prisma } from '../db/client.ts';
import type { WorkCalendar } from '../lib/dates/index.ts';
import type { Asker } from './measured.ts';

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
  readonly reason: Need;
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
  const found = (reason: Need) => Prisma.sql`
    SELECT ${reason} AS reason, (SELECT count(*)::int FROM needy WHERE ${Prisma.raw(reason)}) AS count,
      ARRAY(SELECT id FROM needy WHERE ${Prisma.raw(reason)} ORDER BY amount DESC NULLS LAST, id LIMIT ${limit}) AS ids`;
  const needy = await ctx.db.$queryRaw<{ reason: Need; count: number; ids: number[] }[]>`
    WITH needy AS MATERIALIZED (SELECT * FROM ${await openDeals(ctx, calendar, ownerId)} d)
    ${Prisma.join(needs.map(found), ' UNION ALL ')}`;
  const ids = [...new Set(needy.flatMap((reason) => reason.ids))];
  const rows = await ctx.db.$queryRaw<NeedyDeal[]>`
    SELECT d.id, d.title, m.name AS owner, trim_scale(d.amount)::text AS amount, d.currency,
      d.expected_close_on AS "expectedCloseOn", ${lastTouch(ctx.now)} AS since
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
