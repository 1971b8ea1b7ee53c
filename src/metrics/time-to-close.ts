import { Prisma } from '../db/client.ts';
import { closedIn } from './closed.ts';
import { type Duration, meanDays } from './durations.ts';
import type { Asker, Scope } from './measured.ts';

/** Time to close: mean days from the creation of a deal to its closing, over deals won and lost in the period. */
export async function timeToClose(ctx: Asker, scope: Scope): Promise<Duration> {
  return meanDays(ctx, scope, {
    id: 'deals.time_to_close',
    population: closedIn(ctx, scope, 'any'),
    seconds: Prisma.sql`extract(epoch FROM entered_at - created_at)`,
    empty: 'no_deals_closed',
  });
}
