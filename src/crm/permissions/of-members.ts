import { type Db, Prisma } from '../../db/client.ts';
import { type Kind, kinds } from '../codes.ts';
import type { Role } from '../context.ts';
import type { Allowed } from './defaults.ts';
import { allowedTo, sightsOf, type Who } from './sights.ts';

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

export interface MemberRights {
  readonly name: string;
  readonly role: Role;
  readonly team: string | null;
  /** The names of those in the team. */
  readonly mates: readonly string[];
  readonly of: Readonly<Record<Kind, Allowed>>;
}

/** What one member sees and changes, in words rather than in ids. */
export async function rightsOf(db: Db, id: number): Promise<MemberRights> {
  const [who] = await db.$queryRaw<(Who & Pick<MemberRights, 'name' | 'team'>)[]>`
    SELECT ${rights}, m.name, (SELECT team.name FROM team WHERE team.id = m.team_id) AS team
    FROM member m WHERE m.id = ${id}`;
  if (!who) throw new Error(`there is no member ${id}`);
  const mates = await db.member.findMany({
    where: { id: { in: [...who.mates] }, active: true },
    orderBy: { name: 'asc' },
    select: { name: true },
  });
  const of = Object.fromEntries((Object.keys(kinds) as Kind[]).map((kind) => [kind, allowedTo(who, kind)]));
  return { ...who, mates: mates.map(({ name }) => name), of: of as MemberRights['of'] };
}
