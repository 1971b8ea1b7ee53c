import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';

/**
 * Until the transaction ends nobody else gives a company a parent: two changes that are each right could make a loop
 * together.
 */
export async function lockParents(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('company parent'))`;
}

/** Refuses a parent for the company `id` that is itself or stands under it. */
export async function standsUnder(tx: Tx, id: number, parentId: number): Promise<void> {
  await lockParents(tx);
  const loop = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM company WHERE id = ${parentId}
      UNION SELECT c.id, c.parent_id FROM up JOIN company c ON c.id = up.parent_id
    ) SELECT FROM up WHERE id = ${id}`;
  if (loop.length) refuse('company.under_itself');
}

/** Refuses what was written where one of these companies stands under itself now. */
export async function noneUnderItself(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await lockParents(tx);
  const loop = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM company WHERE id = ANY(${[...ids]})
      UNION SELECT up.id, c.parent_id FROM up JOIN company c ON c.id = up.parent_id
    ) SELECT FROM up WHERE parent_id = id LIMIT 1`;
  if (loop.length) refuse('company.under_itself');
}
