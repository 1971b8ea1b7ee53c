import type { Prisma } from '../db/client.ts';
import { withoutAmount } from './excluded.ts';
import type { Asker, Excluded } from './measured.ts';

export interface Total {
  /** Deals in the population, and those of them whose amount was added up. */
  readonly all: number;
  readonly count: number;
  /** Null when no amount could be added up although there are deals. */
  readonly amount: string | null;
  readonly excluded: readonly Excluded[];
}

/** Adds up the amounts of a population of deals in one currency; the others are listed. */
export async function addUp(ctx: Asker, population: Prisma.Sql, currency: string): Promise<Total> {
  const [row] = await ctx.db.$queryRaw<[{ all: number; count: number; amount: string | null }]>`
    SELECT count(*)::int AS all, (count(amount) FILTER (WHERE currency = ${currency}))::int AS count,
      (sum(amount) FILTER (WHERE currency = ${currency}))::text AS amount
    FROM ${population} p`;
  const { all, count, amount } = row;
  return {
    all,
    count,
    amount: all === 0 ? '0' : amount,
    excluded: all > count ? await withoutAmount(ctx, population, currency) : [],
  };
}
