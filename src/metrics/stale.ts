import { Prisma } from '../db/client.ts';
import { addDays, dayOf, startOfDay, type WorkCalendar } from '../lib/dates/index.ts';
import { deals } from './deals.ts';
import type { Asker } from './measured.ts';

/** An open deal without stage change or activity for more working days than its stage allows. */
export interface StaleDeal {
  readonly id: number;
  readonly title: string;
  readonly company: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly ownerId: number | null;
  readonly owner: string | null;
  readonly nameVi: string;
  readonly nameEn: string;
  /** The stage event that brought it where it stands. */
  readonly event: number;
  /** The last touch: its latest activity or stage change. */
  readonly since: Date;
  /** Working days that have gone by since. */
  readonly quiet: number;
  /** Working days that the stage allows. */
  readonly limit: number;
  readonly snoozedUntil: Date | null;
}

/** Those the asker may see and that are not snoozed, the longest over their limit first. */
export async function staleDeals(
  ctx: Asker,
  { calendar, ownerId }: { calendar: WorkCalendar; ownerId?: number },
): Promise<StaleDeal[]> {
  const today = dayOf(ctx.now, ctx.zone);
  const rows = await ctx.db.$queryRaw<Omit<StaleDeal, 'quiet'>[]>`
    SELECT d.id, d.title, c.name AS company, trim_scale(d.amount)::text AS amount, d.currency,
      d.owner_id AS "ownerId", m.name AS owner, s.name_vi AS "nameVi", s.name_en AS "nameEn",
      s.stale_after_days AS limit, own.snoozed_until AS "snoozedUntil", ${lastTouch(ctx)} AS since,
      (SELECT e.id FROM stage_event e WHERE e.deal_id = d.id AND e.at = d.entered_at AND e.stage_id = d.stage_id
       ORDER BY e.id DESC LIMIT 1) AS event
    FROM ${deals(ctx, ownerId)} d
    JOIN deal own ON own.id = d.id
    JOIN stage s ON s.id = d.stage_id
    JOIN ${await cuts(ctx, calendar)} ON cut.stage_id = d.stage_id
    LEFT JOIN company c ON c.id = d.company_id
    LEFT JOIN member m ON m.id = d.owner_id
    WHERE d.kind = 'OPEN' AND ${isStale(ctx)}`;
  const quietFor = (since: Date) => calendar.workingDaysBetween(dayOf(since, ctx.zone), today);
  return rows
    .map((row) => ({ ...row, quiet: quietFor(row.since) }))
    .sort(
      (a, b) => b.quiet - b.limit - (a.quiet - a.limit) || Number(b.amount) - Number(a.amount) || a.id - b.id,
    );
}

/** Until when a deal must have been touched last to be stale, by stage: `(stage_id, before)`, named `cut`. */
export async function cuts({ db, now, zone }: Asker, calendar: WorkCalendar): Promise<Prisma.Sql> {
  const stages = await db.stage.findMany({
    where: { kind: 'OPEN', staleAfterDays: { not: null } },
    select: { id: true, staleAfterDays: true },
  });
  const tomorrow = addDays(dayOf(now, zone), 1);
  const before = stages.map(({ staleAfterDays }) =>
    startOfDay(calendar.addWorkingDays(tomorrow, -1 - Number(staleAfterDays)), zone),
  );
  return Prisma.sql`unnest(${stages.map(({ id }) => id)}::int[], ${before}::timestamptz[]) AS cut(stage_id, before)`;
}

/** For a row `d` of `deals`, `own` of the table and `cut`: untouched since the cut, and not snoozed. */
export const isStale = ({ now, zone }: Asker) => Prisma.sql`(
  d.entered_at < cut.before AND (own.snoozed_until IS NULL OR own.snoozed_until <= ${dayOf(now, zone)}::date)
  AND NOT EXISTS (SELECT FROM activity a WHERE a.deal_id = d.id AND a.at >= cut.before AND a.at <= ${now}))`;

/** Of a row `d` with `entered_at`. */
export const lastTouch = ({ now }: Asker) => Prisma.sql`
  greatest(d.entered_at, (SELECT max(a.at) FROM activity a WHERE a.deal_id = d.id AND a.at <= ${now}))`;
