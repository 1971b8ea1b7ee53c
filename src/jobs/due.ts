import type { QuietDeal } from '../cards/digest/nudge.ts';
import { deals } from '../crm/deals/standing.ts';
import { eventOf, lastTouch, stillness } from '../crm/deals/stillness.ts';
import { dayOf } from '../lib/dates/index.ts';
import { asker, type Jobs } from './job.ts';

/** A stale deal whose owner is to be told today. */
export interface DueDeal extends QuietDeal {
  /** The last touch, with which the episode began. */
  readonly since: Date;
  /** Whose its company is. */
  readonly companyOwnerId: number | null;
  /** Milliseconds over its limit: the worst first. */
  readonly over: number;
  /** Which telling of its episode it will be. */
  readonly step: number;
  /** How many deals of its owner are due in all. */
  readonly due: number;
}

/**
 * For each owner the deals longest over their limit, at most `limit`. The first step of an episode is due as soon
 * as the deal is stale; a further one when the stage's limit has gone by again, or on the day on which a snooze
 * asked for since then is over.
 */
export async function dueDeals(jobs: Jobs, now: Date, limit: number): Promise<DueDeal[]> {
  const ctx = asker(jobs, now);
  const { joins, isStale } = await stillness(ctx, jobs.calendar);
  const rows = await jobs.db.$queryRaw<Omit<DueDeal, 'quiet'>[]>`
    SELECT d.id, d.title, c.name AS company, c.owner_id AS "companyOwnerId", trim_scale(d.amount)::text AS amount, d.currency,
      d.owner_id AS "ownerId", m.name AS owner, s.name_vi AS "nameVi", s.name_en AS "nameEn", d.since, d.step,
      d.due, (extract(epoch FROM d.over) * 1000)::float8 AS over,
      ${eventOf} AS event
    FROM (
      SELECT d.*, d.before - d.since AS over, coalesce(told.step, 0) + 1 AS step,
        (count(*) OVER (PARTITION BY d.owner_id))::int AS due,
        row_number() OVER (PARTITION BY d.owner_id ORDER BY d.before - d.since DESC, d.amount DESC NULLS LAST, d.id)
          AS place
      FROM (
        SELECT d.*, cut.before, cut.again, ${lastTouch(now)} AS since
        FROM ${deals(ctx)} d ${joins}
        WHERE d.kind = 'OPEN' AND d.owner_id IS NOT NULL AND ${isStale}
      ) d
      LEFT JOIN (
        SELECT deal_id, since, max(step)::int AS step, max(told_at) AS told_at FROM nudge GROUP BY deal_id, since
      ) told ON told.deal_id = d.id AND told.since = d.since
      WHERE told.step IS NULL OR told.told_at < d.again
        OR d.snoozed_until > (told.told_at AT TIME ZONE ${jobs.zone})::date
    ) d
    JOIN stage s ON s.id = d.stage_id
    JOIN member m ON m.id = d.owner_id
    LEFT JOIN company c ON c.id = d.company_id
    WHERE d.place <= ${limit} ORDER BY d.over DESC, d.place`;
  const today = dayOf(now, jobs.zone);
  return rows.map((row) => ({
    ...row,
    quiet: jobs.calendar.workingDaysBetween(dayOf(row.since, jobs.zone), today),
  }));
}
