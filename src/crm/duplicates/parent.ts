import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { lockParents } from '../companies/parent.ts';

/** The parent of two merged companies: not one of the two; refused where it would stand under itself. */
export async function parentOfBoth(
  tx: Tx,
  [keep, other]: readonly [number, number],
  wanted: number | null,
  others: number | null,
): Promise<number | null> {
  const both = [keep, other];
  const parent = wanted === other ? others : wanted;
  if (parent === null || both.includes(parent)) return null;
  await lockParents(tx);
  const above = await tx.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM company WHERE id = ${parent}
      UNION SELECT c.id, c.parent_id FROM up JOIN company c ON c.id = up.parent_id
    ) SELECT id FROM up WHERE id = ANY(${both})`;
  return above.length ? refuse('merge.loop') : parent;
}
