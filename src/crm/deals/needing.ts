import { Prisma } from '../../db/client.ts';
import { dayOf, type WorkCalendar } from '../../lib/dates/index.ts';
import type { Ctx } from '../context.ts';
import { allDeals } from './standing.ts';
import { stillness } from './stillness.ts';

/**
 * The open deals that the asker may see and what they need, as of `ctx.now`: `id`, `amount` and a truth for each of
 * `needs`. A table expression to put behind FROM; a deal may need several things or none.
 *
 *     SELECT count(*) FROM ${await openDeals(ctx, calendar)} d WHERE d.overdue
 */
export async function openDeals(
  ctx: Pick<Ctx, 'db' | 'now' | 'zone' | 'sight'>,
  calendar: WorkCalendar,
  ownerId?: number,
): Promise<Prisma.Sql> {
  const { joins, isStale } = await stillness(ctx, calendar);
  return Prisma.sql`(
    SELECT d.id, d.amount, d.expected_close_on < ${dayOf(ctx.now, ctx.zone)}::date AS overdue, ${isStale} AS stale,
      m.id IS NULL OR NOT m.active AS no_owner
    FROM ${allDeals(ctx, ownerId)} d
    ${joins}
    LEFT JOIN member m ON m.id = d.owner_id
    WHERE d.kind = 'OPEN')`;
}
