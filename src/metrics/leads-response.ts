import { code } from '../crm/codes.ts';
import { Prisma } from '../db/client.ts';
import { workCalendar, workingTime } from '../lib/dates/index.ts';
import { ratio } from './exact.ts';
import { leadsOf } from './leads.ts';
import { type Asker, type Measured, receiptOf, type Scope } from './measured.ts';
import { leadRecords } from './records.ts';

/** Minutes; null where no lead was answered. */
interface Times {
  readonly value: string | null;
  readonly median: string | null;
  readonly p90: string | null;
}

export interface ResponseTime extends Measured, Times {
  /** The same in working time. */
  readonly working: Times;
  /** Leads of the period that nobody has answered yet, and how long the oldest has waited. */
  readonly unanswered: { readonly count: number; readonly oldest: string | null };
}

const minute = 60_000;

/**
 * Lead response time: from the creation of a lead to the first thing that one of us did for it (a call, an e-mail, a
 * meeting; not what came from the customer), over the leads created in the period that were answered. One that was
 * answered before it was entered is left out and listed.
 */
export async function responseTime(ctx: Asker, scope: Scope): Promise<ResponseTime> {
  const leads = answered(ctx, scope);
  const rows = await ctx.db.$queryRaw<{ id: number; created: Date; answered: Date | null }[]>`
    SELECT id, created_at AS created, answered_at AS answered FROM ${leads} l ORDER BY id`;
  const times = rows.flatMap(({ created, answered }) =>
    answered && answered >= created ? [{ created, answered }] : [],
  );
  const early = rows.filter(({ created, answered }) => answered && answered < created);
  const waiting = rows.filter(({ answered }) => !answered).map(({ created }) => created.getTime());
  const worked = workingTime(ctx.zone, workCalendar());
  const elapsed = times.map(({ created, answered }) => answered.getTime() - created.getTime());
  const working = times.map(({ created, answered }) => worked(created, answered));
  const ids = early.slice(0, 1000).map(({ id }) => code('lead', id));
  const seconds = Prisma.sql`extract(epoch FROM answered_at - created_at)`;
  const counted = leadRecords(leads, seconds, Prisma.sql`answered_at >= created_at`);
  return {
    id: 'leads.response_time',
    ...timesOf(elapsed),
    empty: rows.length === 0 ? 'no_leads' : times.length === 0 ? 'no_answers' : null,
    unit: 'minutes',
    numerator: ratio(sum(elapsed), minute),
    denominator: String(times.length),
    count: times.length,
    working: timesOf(working),
    unanswered: {
      count: waiting.length,
      oldest: waiting.length
        ? ratio(ctx.now.getTime() - waiting.reduce((a, b) => Math.min(a, b)), minute)
        : null,
    },
    excluded: early.length ? [{ reason: 'answered_before', count: early.length, ids }] : [],
    receipt: receiptOf(ctx, scope, counted, 'lead'),
  };
}

/** The leads of the period and when they were answered. What was logged by `ctx.now` and undone later counts. */
function answered(ctx: Asker, scope: Scope): Prisma.Sql {
  const { now } = ctx;
  return Prisma.sql`(
    WITH undone AS MATERIALIZED (
      SELECT e.before AS said FROM change c JOIN change_entry e ON e.change_id = c.id
      WHERE c.at > ${now} AND e.record = 'activity' AND e.after IS NULL
        AND (e.before->>'createdAt')::timestamptz <= ${now}
    ), outbound AS (
      SELECT lead_id, at FROM activity
      WHERE kind NOT IN ('NOTE', 'TASK') AND NOT inbound AND member_id IS NOT NULL AND lead_id IS NOT NULL AND at <= ${now}
      UNION ALL
      SELECT (said->>'leadId')::int, (said->>'at')::timestamptz FROM undone
      WHERE said->>'kind' NOT IN ('NOTE', 'TASK') AND (said->>'inbound')::boolean IS NOT TRUE AND said->>'memberId' IS NOT NULL
        AND said->>'leadId' IS NOT NULL AND (said->>'at')::timestamptz <= ${now}
    )
    SELECT l.*, (SELECT min(at) FROM outbound WHERE lead_id = l.id) AS answered_at
    FROM ${leadsOf(ctx, scope)} l)`;
}

function timesOf(spans: readonly number[]): Times {
  const sorted = [...spans].sort((a, b) => a - b);
  const minutes = (ms: number) => ratio(Math.round(ms), minute);
  if (sorted.length === 0) return { value: null, median: null, p90: null };
  return {
    value: ratio(sum(sorted), minute * sorted.length),
    median: minutes(quantile(sorted, 0.5)),
    p90: minutes(quantile(sorted, 0.9)),
  };
}

/** Between the two nearest where none lies exactly there. */
function quantile(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
}

const sum = (spans: readonly number[]) => spans.reduce((total, span) => total + span, 0);
