import { Prisma } from '../db/client.ts';
import { closedIn } from './closed.ts';
import { type Duration, meanDays } from './durations.ts';
import type { Asker, Scope } from './measured.ts';

/**
 * Sales cycle: mean days from the first touch to won, over the deals won in the period. The first touch is the
 * creation of the lead that the deal came from, of the deal where there was none. 450 days over 10 deals are 45.
 */
export async function salesCycle(ctx: Asker, scope: Scope): Promise<Duration> {
  const population = Prisma.sql`(
    SELECT won.*, coalesce(l.created_at, won.created_at) AS touched_at
    FROM ${closedIn(ctx, scope, 'won')} won
    LEFT JOIN lead l ON l.id = won.lead_id AND l.created_at <= ${ctx.now})`;
  return meanDays(ctx, scope, {
    id: 'deals.sales_cycle',
    population,
    seconds: Prisma.sql`extract(epoch FROM entered_at - touched_at)`,
    empty: 'no_deals_won',
  });
}
