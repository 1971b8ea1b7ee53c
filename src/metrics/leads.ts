import { Prisma } from '../db/client.ts';
import { periodInstants } from '../lib/dates/index.ts';
import { ofOwner } from './deals.ts';
import type { Asker, Scope } from './measured.ts';
import { changedAfter, was } from './was.ts';

/** The leads created in the period that the asker may see, as they were at `ctx.now`; to put behind FROM. */
export function leadsOf({ now, sight, zone }: Asker, { period, ownerId }: Scope): Prisma.Sql {
  const { start, end } = periodInstants(period, zone);
  return Prisma.sql`(
    WITH ${changedAfter('lead', now)}
    SELECT * FROM (
      SELECT l.id, l.name, l.created_at,
        ${was('source', 'l', 'source', 'text')},
        ${was('status', 'l', 'status', 'text')},
        ${was('mqlAt', 'l', 'mql_at', 'timestamptz')},
        ${was('sqlAt', 'l', 'sql_at', 'timestamptz')},
        ${was('ownerId', 'l', 'owner_id', 'int')}
      FROM lead l
      WHERE l.created_at >= ${start} AND l.created_at < ${end} AND l.created_at <= ${now}
    ) l WHERE ${ofOwner(sight.lead, ownerId)})`;
}
