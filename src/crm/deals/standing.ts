import { Prisma } from '../../db/client.ts';
import { changedAfter, was } from '../changes/was.ts';
import type { Ctx } from '../context.ts';
import { visibleOf } from '../visibility.ts';

/** Who asks, and as of when. */
type Asker = Pick<Ctx, 'now' | 'sight'>;

/**
 * The deals that the asker may see, as they stood at `ctx.now`: one row for each, a table expression to put
 * behind FROM. Its stage is that of the latest event at or before then which had not been revoked by then (of one
 * moment the last written), `entered_at` the time of that event; amount, currency, owner, expected close, company,
 * lead and source are what they were; `snoozed_until` is what it is now.
 *
 *     SELECT sum(amount) FROM ${deals(ctx)} d WHERE kind = 'OPEN' AND currency = 'VND'
 *
 * "No later event" instead of "the latest of each" lets conditions on `kind` and `entered_at` reach the events
 * first: a question about a month reads that month's events. `among` is one more condition on `e.deal_id`.
 */
export function deals(asker: Asker, ownerId?: number, among = Prisma.empty): Prisma.Sql {
  const stands = standing(asker.now);
  const latest = Prisma.sql`(SELECT deal_id, stage_id, at FROM stage_event e
    WHERE ${stands(Prisma.sql`e`)} ${among} AND NOT EXISTS (
      SELECT FROM stage_event f
      WHERE f.deal_id = e.deal_id AND (f.at, f.id) > (e.at, e.id) AND ${stands(Prisma.sql`f`)}))`;
  return asTheyStood(asker, latest, ownerId);
}

/** The same for a question about nearly all of them: every event is read once, in the order of its index. */
export function allDeals(asker: Asker, ownerId?: number): Prisma.Sql {
  const latest = Prisma.sql`(SELECT DISTINCT ON (deal_id) deal_id, stage_id, at FROM stage_event e
    WHERE ${standing(asker.now)(Prisma.sql`e`)} ORDER BY deal_id, at DESC, id DESC)`;
  return asTheyStood(asker, latest, ownerId);
}

/** Whether an event stands. As negations: without statistics PostgreSQL takes these for likely, and plans for many rows. */
const standing = (now: Date) => (event: Prisma.Sql) =>
  Prisma.sql`(${event}.at > ${now}) IS NOT TRUE AND (${event}.revoked_at <= ${now}) IS NOT TRUE`;

function asTheyStood({ now, sight }: Asker, latest: Prisma.Sql, ownerId: number | undefined): Prisma.Sql {
  return Prisma.sql`(
    WITH ${changedAfter('deal', now)}
    SELECT * FROM (
      SELECT d.id, d.title, d.created_at, e.stage_id, e.at AS entered_at, d.snoozed_until, s.kind, s.position, s.probability,
        ${was('amount', 'd', 'amount', 'numeric')},
        ${was('currency', 'd', 'currency', 'text')},
        ${was('ownerId', 'd', 'owner_id', 'int')},
        ${was('expectedCloseOn', 'd', 'expected_close_on', 'date')},
        ${was('companyId', 'd', 'company_id', 'int')},
        ${was('leadId', 'd', 'lead_id', 'int')},
        ${was('source', 'd', 'source', 'text')}
      FROM ${latest} e
      JOIN stage s ON s.id = e.stage_id
      JOIN deal d ON d.id = e.deal_id
      WHERE d.created_at <= ${now}
    ) d WHERE ${visibleOf(sight.deal, ownerId)})`;
}
