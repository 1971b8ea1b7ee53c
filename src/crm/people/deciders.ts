import type { Db } from '../../db/client.ts';

/** Who is told when something waits for a decision: the managers, and where there is none the admins. */
export async function decidersIn(db: Db): Promise<number[]> {
  const people = await db.member.findMany({
    where: { active: true, role: { in: ['MANAGER', 'ADMIN'] } },
    select: { id: true, role: true },
    orderBy: { id: 'asc' },
  });
  const managers = people.filter(({ role }) => role === 'MANAGER');
  return (managers.length ? managers : people).map(({ id }) => id);
}
