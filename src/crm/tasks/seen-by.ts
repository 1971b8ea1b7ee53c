import { refuse } from '../../i18n/refusal.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { sightsOfMembers } from '../permissions/of-members.ts';
import { sees } from '../visibility.ts';

/** Refuses to give a task to somebody for whom its record is not there: they would never hear of it. */
export async function seenBy(
  { db }: Ctx,
  owner: { readonly id: number; readonly name: string },
  record: { readonly kind: Kind; readonly name: string; readonly ownerId: number | null },
): Promise<void> {
  const rights = (await sightsOfMembers(db, [owner.id])).get(owner.id);
  if (!rights || !sees(rights.sight[record.kind], record.ownerId))
    refuse('task.unseen', { name: owner.name, record: record.name });
}
