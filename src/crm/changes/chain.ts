import { Prisma, type Tx } from '../../db/client.ts';
import type { Ctx } from '../context.ts';

/** A change, the undo of it, the undo of that one …: of the depths 0, 1, 2 … */
export interface Link {
  readonly id: number;
  readonly command: string;
  readonly memberId: number | null;
  readonly depth: number;
}

/** The chain that a change is part of: its root stands when the depth of its last is even. Null where there is none. */
export async function chainOf(tx: Tx, id: number): Promise<{ root: Link; asked: Link; last: Link } | null> {
  const links = await tx.$queryRaw<Link[]>`
    WITH RECURSIVE up AS (
      SELECT id, undoes_id FROM change WHERE id = ${id}
      UNION ALL SELECT c.id, c.undoes_id FROM up JOIN change c ON c.id = up.undoes_id
    ), down AS (
      SELECT id, 0 AS depth FROM up WHERE undoes_id IS NULL
      UNION ALL SELECT c.id, down.depth + 1 FROM down JOIN change c ON c.undoes_id = down.id
    )
    SELECT c.id, c.command, c.member_id AS "memberId", down.depth FROM down JOIN change c USING (id) ORDER BY depth`;
  const [root, asked, last] = [links[0], links.find((link) => link.id === id), links.at(-1)];
  return root && asked && last ? { root, asked, last } : null;
}

/** The asker's latest changes that stand. The operator's are those without a member, but for people who came in. */
export async function latestOf(tx: Tx, { member }: Ctx): Promise<number[]> {
  const own = member
    ? Prisma.sql`member_id = ${member.id}`
    : Prisma.sql`member_id IS NULL AND command <> 'member.join'`;
  const latest = await tx.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE chain AS (
      SELECT id AS root, id, 0 AS depth FROM change WHERE undoes_id IS NULL AND ${own}
        AND command NOT IN ('me', 'crm.settings')
      UNION ALL SELECT chain.root, c.id, chain.depth + 1 FROM chain JOIN change c ON c.undoes_id = chain.id
    )
    SELECT root AS id FROM chain GROUP BY root HAVING max(depth) % 2 = 0 ORDER BY max(id) DESC LIMIT 100`;
  return latest.map(({ id }) => id);
}

/**
 * The latest change after `id` that touched one of the same rows and was not taken back: one whose chain has an odd
 * number of links since.
 */
export async function laterOn(
  tx: Tx,
  id: number,
): Promise<{ readonly id: number; readonly name: string | null } | undefined> {
  const [later] = await tx.$queryRaw<{ id: number; name: string | null }[]>`
    WITH RECURSIVE since AS (
      SELECT DISTINCT c.id, c.undoes_id FROM change_entry mine
      JOIN change_entry theirs ON theirs.record = mine.record AND theirs.row_id = mine.row_id
      JOIN change c ON c.id = theirs.change_id
      WHERE mine.change_id = ${id} AND c.id > ${id}
    ), chain AS (
      SELECT id AS last, id, undoes_id, 1 AS links FROM since s
      WHERE NOT EXISTS (SELECT FROM change u WHERE u.undoes_id = s.id)
      UNION ALL
      SELECT chain.last, c.id, c.undoes_id, links + 1 FROM chain JOIN change c ON c.id = chain.undoes_id
      WHERE c.id > ${id}
    )
    SELECT c.id, m.name FROM (SELECT last FROM chain GROUP BY last HAVING max(links) % 2 = 1) odd
    JOIN change c ON c.id = odd.last LEFT JOIN member m ON m.id = c.member_id
    ORDER BY c.id DESC LIMIT 1`;
  return later;
}
