import { type Db, Prisma } from '../../db/client.ts';
import { sightsOf, type Who } from './sights.ts';

export type { Who } from './sights.ts';

/** The columns of `Who`, of a row `m` of `member`. */
export const rights = Prisma.sql`m.id, lower(m.role::text) AS role,
  ARRAY(SELECT mate.id FROM member mate WHERE mate.team_id = m.team_id) AS mates,
  (SELECT coalesce(json_agg(json_build_object('record', p.record, 'sees', p.sees, 'changes', p.changes)), '[]')
    FROM permission p WHERE p.role = m.role) AS granted`;

/** What these members see and change, by their ids. */
export async function sightsOfMembers(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, ReturnType<typeof sightsOf>>> {
  const all = await db.$queryRaw<Who[]>`SELECT ${rights} FROM member m WHERE m.id = ANY(${[...ids]})`;
  return new Map(all.map((who) => [who.id, sightsOf(who)]));
}
