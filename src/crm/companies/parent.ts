import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';

/**
 * Refuses a parent for the company `id` that is itself or stands under it. Until the transaction ends nobody else
 * gives a company a parent: two changes that are each right could make a loop together.
 */
export async function standsUnder(tx: Tx, id: number, parentId: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('company parent'))`;
  const loop = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM company WHERE id = ${parentId}
      UNION SELECT c.id, c.parent_id FROM up JOIN company c ON c.id = up.parent_id
    ) SELECT FROM up WHERE id = ${id}`;
  if (loop.length) refuse('company.under_itself');
}
