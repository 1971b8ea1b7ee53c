import { dayOf, startOfDay, type WorkCalendar } from '../lib/dates/index.ts';
import { shift, startOf } from '../lib/dates/period.ts';
import { type Attention, attention } from './attention.ts';
import { reportingCurrency } from './currency.ts';
import type { Asker, Measured } from './measured.ts';
import { type Moved, movedSince } from './moved.ts';
import { type Pipeline, pipeline } from './pipeline.ts';
import { revenueWon } from './revenue-won.ts';

/** What a team looks at every morning, as of `asOf`, against how it was at `since`. */
export interface DailyPipeline {
  readonly asOf: Date;
  readonly since: Date;
  readonly open: Pipeline;
  readonly openBefore: Measured;
  readonly moved: readonly Moved[];
  /** Won from the first of the month up to now. */
  readonly won: Measured;
  /** The same days, up to the same hour, of the month before. */
  readonly wonBefore: Measured;
  readonly attention: readonly Attention[];
}

/** `since` is the as-of of the last digest; where there was none, the beginning of the last working day. */
export async function dailyPipeline(
  ctx: Asker,
  { since: last, calendar }: { since: Date | null; calendar: WorkCalendar },
): Promise<DailyPipeline> {
  const currency = await reportingCurrency(ctx);
  const today = dayOf(ctx.now, ctx.zone);
  const since = last ?? startOfDay(calendar.addWorkingDays(today, -1), ctx.zone);
  const month = { from: startOf(today, 'month'), to: today };
  const lastMonth = { from: shift(month.from, 'month', -1), to: shift(today, 'month', -1) };
  const elapsed = ctx.now.getTime() - startOfDay(today, ctx.zone).getTime();
  const then = new Date(startOfDay(lastMonth.to, ctx.zone).getTime() + elapsed);
  return {
    asOf: ctx.now,
    since,
    open: await pipeline(ctx, { currency }),
    openBefore: await pipeline({ ...ctx, now: since }, { currency }),
    moved: await movedSince(ctx, { since, limit: 5 }),
    won: await revenueWon(ctx, { period: month, currency }),
    wonBefore: await revenueWon({ ...ctx, now: then }, { period: lastMonth, currency }),
    attention: await attention(ctx, { calendar }),
  };
}
