import { changedAfter, reachWas, was } from '../crm/changes/was.ts';
import { visibleOf } from '../crm/visibility.ts';
import { Prisma } from '../db/client.ts';
import { periodInstants } from '../lib/dates/index.ts';
import type { Asker, Scope } from './measured.ts';

/** The leads created in the period that the asker may see, as they were at `ctx.now`; to put behind FROM. */
export function leadsOf(asker: Asker, { period, ownerId }: Scope): Prisma.Sql {
  const { start, end } = periodInstants(period, asker.zone);
  return leads(asker, ownerId, Prisma.sql`l.created_at >= ${start} AND l.created_at < ${end}`);
}

/** The same of all leads; `among` is one more condition on `l`, a row of the table. */
export function leads({ now, sight }: Asker, ownerId?: number, among = Prisma.sql`TRUE`): Prisma.Sql {
  return Prisma.sql`(
    WITH ${changedAfter('lead', now)}
    SELECT * FROM (
      SELECT l.id, l.name, l.created_at,
        ${was('source', 'l', 'source', 'text')},
        ${was('status', 'l', 'status', 'text')},
        ${was('mqlAt', 'l', 'mql_at', 'timestamptz')},
        ${was('sqlAt', 'l', 'sql_at', 'timestamptz')},
        ${was('assignedAt', 'l', 'assigned_at', 'timestamptz')},
        ${was('acceptedAt', 'l', 'accepted_at', 'timestamptz')},
        ${reachWas('l')},
        ${was('ownerId', 'l', 'owner_id', 'int')}
      FROM lead l
      WHERE ${among} AND l.created_at <= ${now}
    ) l WHERE ${visibleOf(sight.lead, ownerId)})`;
}
