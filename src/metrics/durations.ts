import { code } from '../crm/codes.ts';
import { Prisma } from '../db/client.ts';
import { days } from './exact.ts';
import { type Asker, type Empty, type Measured, receiptOf, type Scope } from './measured.ts';
import { dealRecords } from './records.ts';

export interface Duration extends Measured {
  /** Days, between the two nearest where none lies exactly there; null with the value. */
  readonly median: string | null;
  readonly p90: string | null;
}

type Rows = [{ count: number; total: string; median: number; p90: number; backwards: number; ids: number[] }];

/**
 * The mean of `seconds` over a population of deals, in elapsed days of 24 hours: `numerator` is their total,
 * `denominator` their number. A deal that would have ended before it began is left out and listed.
 */
export async function meanDays(
  ctx: Asker,
  scope: Scope,
  what: { id: Measured['id']; population: Prisma.Sql; seconds: Prisma.Sql; empty: Empty },
): Promise<Duration> {
  const { id, population, seconds, empty } = what;
  const [row] = await ctx.db.$queryRaw<Rows>`
    SELECT (count(*) FILTER (WHERE seconds >= 0))::int AS count,
      coalesce(sum(seconds) FILTER (WHERE seconds >= 0), 0)::text AS total,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds::float8) FILTER (WHERE seconds >= 0) AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds::float8) FILTER (WHERE seconds >= 0) AS p90,
      (count(*) FILTER (WHERE seconds < 0))::int AS backwards,
      (array_agg(id ORDER BY id) FILTER (WHERE seconds < 0))[1:1000] AS ids
    FROM (SELECT id, ${seconds} AS seconds FROM ${population} p) measured`;
  const { count, total, backwards } = row;
  const ids = row.ids?.map((deal) => code('deal', deal)) ?? [];
  return {
    id,
    value: days(total, count),
    empty: count === 0 ? empty : null,
    unit: 'days',
    numerator: days(total),
    denominator: String(count),
    count,
    median: count ? days(row.median.toFixed(3)) : null,
    p90: count ? days(row.p90.toFixed(3)) : null,
    excluded: backwards ? [{ reason: 'ended_before_begin', count: backwards, ids }] : [],
    receipt: receiptOf(ctx, scope, dealRecords(population, seconds, Prisma.sql`${seconds} >= 0`)),
  };
}
