import { changedAfter, reachWas, was } from '../crm/changes/was.ts';
import { visibleOf } from '../crm/visibility.ts';
import { Prisma } from '../db/client.ts';
import type { Asker } from './measured.ts';

/** The companies (with what classifies them) or contacts that the asker may see, as they were at `ctx.now`; to put behind FROM. */
export function customers(
  { now, sight }: Asker,
  kind: 'company' | 'contact',
  ownerId: number | undefined,
): Prisma.Sql {
  return Prisma.sql`(
    WITH ${changedAfter(kind, now)}
    SELECT * FROM (
      SELECT c.id, c.created_at, ${was('name', 'c', 'name', 'text')}, ${reachWas('c')},
        ${was('ownerId', 'c', 'owner_id', 'int')}
        ${kind === 'company' ? Prisma.sql`, ${profileWas}` : Prisma.empty}
      FROM ${Prisma.raw(kind)} c WHERE c.created_at <= ${now}
    ) c WHERE ${visibleOf(sight[kind], ownerId)})`;
}

/** In which trade and region a company is, and how large. Its list of industries as text, which differs: see `was`. */
const profileWas = Prisma.sql`
  ${was('industry', 'c', 'industry', 'text')}, ${was('industries', 'c', 'industries', 'text')},
  ${was('region', 'c', 'region', 'text')}, ${was('employees', 'c', 'employees', 'int')},
  ${was('revenue', 'c', 'revenue', 'numeric')}`;
