import {
  addDays,
  beginning,
  type Day,
  dayOf,
  daysBetween,
  type Period,
  startOfDay,
} from '../lib/dates/index.ts';
import { shift, startOf } from '../lib/dates/period.ts';
import { closedIn } from './closed.ts';
import { reportingCurrency } from './currency.ts';
import { plain } from './exact.ts';
import type { Asker, Scope } from './measured.ts';

export interface WonIn {
  /** The days of the bucket that lie in the period. */
  readonly period: Period;
  /** Null for what has not begun. */
  readonly value: string | null;
}

export interface WonByUnit {
  readonly unit: 'week' | 'month';
  readonly currency: string;
  readonly buckets: readonly WonIn[];
}

/** Won revenue by week (Monday to Sunday) or, in more than a quarter, by month; both ends as the period cuts them. */
export async function wonByUnit(ctx: Asker, scope: Scope): Promise<WonByUnit> {
  const period = await since(ctx, scope);
  const unit = daysBetween(period.from, period.to) > 92 ? 'month' : 'week';
  const currency = scope.currency ?? (await reportingCurrency(ctx));
  const starts = startsIn(period, unit);
  const instants = starts.map((day) => startOfDay(day, ctx.zone));
  const rows = await ctx.db.$queryRaw<{ bucket: number; amount: string }[]>`
    SELECT width_bucket(entered_at, ${instants}::timestamptz[]) - 1 AS bucket, sum(amount)::text AS amount
    FROM ${closedIn(ctx, scope, 'won')} d WHERE currency = ${currency} AND amount IS NOT NULL GROUP BY 1`;
  const amounts = new Map(rows.map((row) => [row.bucket, plain(row.amount)]));
  const buckets = starts.map((from, i) => {
    const next = starts[i + 1];
    const begun = (instants[i] as Date) <= ctx.now;
    return {
      period: { from, to: next ? addDays(next, -1) : period.to },
      value: begun ? (amounts.get(i) ?? '0') : null,
    };
  });
  return { unit, currency, buckets };
}

/** The period; one without a beginning, from the first day on which something was won. */
async function since(ctx: Asker, scope: Scope): Promise<Period> {
  const { from, to } = scope.period;
  if (from !== beginning) return scope.period;
  const [row] = await ctx.db.$queryRaw<{ first: Date | null }[]>`
    SELECT min(entered_at) AS first FROM ${closedIn(ctx, scope, 'won')} d`;
  return { from: row?.first ? dayOf(row.first, ctx.zone) : to, to };
}

/** The first day of each week or month of the period; the first one is the period's own. */
function startsIn({ from, to }: Period, unit: WonByUnit['unit']): Day[] {
  const starts = [from];
  for (let day = shift(startOf(from, unit), unit, 1); day <= to; day = shift(day, unit, 1)) starts.push(day);
  return starts;
}
