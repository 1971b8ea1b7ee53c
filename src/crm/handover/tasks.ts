import type { Log } from '../changes/change.ts';

/**
 * Hands over what one member has promised and not done yet: to who has the record by now, or where that is nobody who
 * is there, in turn to those who take over. Tells how many each got.
 */
export async function handOverTasks(
  { tx, updated }: Log,
  from: number,
  to: readonly { readonly id: number }[],
): Promise<ReadonlyMap<number, number>> {
  const tasks = await tx.$queryRaw<{ id: number; heir: number | null }[]>`
    SELECT k.id, m.id AS heir FROM task k
    LEFT JOIN deal d ON d.id = k.deal_id LEFT JOIN lead l ON l.id = k.lead_id
    LEFT JOIN contact c ON c.id = k.contact_id LEFT JOIN company f ON f.id = k.company_id
    LEFT JOIN member m ON m.id = coalesce(d.owner_id, l.owner_id, c.owner_id, f.owner_id) AND m.active AND m.id <> ${from}
    WHERE k.owner_id = ${from} AND k.done_at IS NULL ORDER BY k.id FOR UPDATE OF k`;
  const got = new Map<number, number>();
  for (const [i, { id, heir }] of tasks.entries()) {
    const ownerId = heir ?? (to[i % to.length]?.id as number);
    await tx.task.update({ where: { id }, data: { ownerId } });
    updated('task', id, { ownerId: from }, { ownerId });
    got.set(ownerId, (got.get(ownerId) ?? 0) + 1);
  }
  return got;
}
