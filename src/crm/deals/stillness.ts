import { Prisma } from '../../db/client.ts';
import { addDays, dayOf, startOfDay, type WorkCalendar } from '../../lib/dates/index.ts';
import type { Ctx } from '../context.ts';

/** What `isStale` is about: joined to a row `d` of `deals` that is open. */
export interface Stillness {
  /** `cut`, by stage: who was touched last before `cut.before` is stale; `cut.again` is the limit once before now. */
  readonly joins: Prisma.Sql;
  /** No stage change, no activity for more working days than the stage allows, no next step ahead, and not snoozed. */
  readonly isStale: Prisma.Sql;
}

/** A deal is stale as of `ctx.now`; days begin and end in `ctx.zone`. A stage without a limit has no stale deals. */
export async function stillness(
  { db, now, zone }: Pick<Ctx, 'db' | 'now' | 'zone'>,
  calendar: WorkCalendar,
): Promise<Stillness> {
  const stages = await db.stage.findMany({
    where: { kind: 'OPEN', staleAfterDays: { not: null } },
    select: { id: true, staleAfterDays: true },
  });
  const today = dayOf(now, zone);
  const ago = (workingDays: number) =>
    startOfDay(calendar.addWorkingDays(addDays(today, 1), -workingDays), zone);
  const before = stages.map(({ staleAfterDays }) => ago(Number(staleAfterDays) + 1));
  const again = stages.map(({ staleAfterDays }) => ago(Number(staleAfterDays)));
  // Only what was done since the earliest cut keeps a deal from being stale: little, however long the history.
  const earliest = new Date(Math.min(now.getTime(), ...before.map(Number)));
  return {
    joins: Prisma.sql`
      LEFT JOIN unnest(${stages.map(({ id }) => id)}::int[], ${before}::timestamptz[], ${again}::timestamptz[])
        AS cut(stage_id, before, again) ON cut.stage_id = d.stage_id
      LEFT JOIN (
        SELECT deal_id, max(at) AS at FROM activity WHERE at >= ${earliest} AND at <= ${now} GROUP BY deal_id
      ) recent ON recent.deal_id = d.id
      LEFT JOIN (
        SELECT DISTINCT deal_id FROM task WHERE due_on >= ${today}::date
          AND created_at <= ${now} AND (done_at IS NULL OR done_at > ${now})
      ) ahead ON ahead.deal_id = d.id`,
    isStale: Prisma.sql`coalesce(
      d.entered_at < cut.before AND (recent.at IS NULL OR recent.at < cut.before)
      AND (d.snoozed_until IS NULL OR d.snoozed_until <= ${today}::date)
      AND ahead.deal_id IS NULL, false)`,
  };
}

/** The latest activity or stage change of a row `d` of `deals` up to `now`. */
export const lastTouch = (now: Date) => Prisma.sql`
  greatest(d.entered_at, (SELECT max(a.at) FROM activity a WHERE a.deal_id = d.id AND a.at <= ${now}))`;

/** The stage event that brought a row `d` of `deals` where it stands. */
export const eventOf = Prisma.sql`(
  SELECT e.id FROM stage_event e WHERE e.deal_id = d.id AND e.at = d.entered_at AND e.stage_id = d.stage_id
  ORDER BY e.id DESC LIMIT 1)`;
