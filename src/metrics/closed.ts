import { deals } from '../crm/deals/standing.ts';
import { Prisma } from '../db/client.ts';
import { periodInstants } from '../lib/dates/index.ts';
import type { Asker, Scope } from './measured.ts';

/**
 * Deals closed in the period (and still closed at `ctx.now`: a deal that was reopened has no close time), with
 * the columns of `deals`; `entered_at` is when they closed. To put behind FROM.
 */
export function closedIn(ctx: Asker, { period, ownerId }: Scope, outcome: 'won' | 'any'): Prisma.Sql {
  const { start, end } = periodInstants(period, ctx.zone);
  const kinds = outcome === 'won' ? Prisma.sql`kind = 'WON'` : Prisma.sql`kind <> 'OPEN'`;
  return Prisma.sql`(
    SELECT * FROM ${deals(ctx, ownerId)} d
    WHERE ${kinds} AND entered_at >= ${start} AND entered_at < ${end})`;
}
