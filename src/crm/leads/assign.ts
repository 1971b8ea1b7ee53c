import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { mayChange, sees } from '../visibility.ts';
import { ownedBy, type TellOwner } from './owner.ts';

/** Gives a lead to a member. Whoever may change it may give it away, also to where they do not see it any more. */
export async function assignLead(
  ctx: Ctx,
  id: number,
  to: { readonly id: number; readonly name: string },
  tell: TellOwner,
): Promise<Changed<number>> {
  return change(ctx, 'lead.assign', async ({ tx, updated }) => {
    await tx.$queryRaw`SELECT id FROM lead WHERE id = ${id} FOR UPDATE`;
    const before = await tx.lead.findUnique({ where: { id } });
    if (!before || !sees(ctx.sight.lead, before.ownerId))
      return refuse('record.none', { record: code('lead', id) });
    mayChange(ctx, 'lead', before.ownerId, before.name);
    if (before.ownerId === to.id) refuse('lead.theirs', { lead: before.name, name: to.name });
    const after = await tx.lead.update({ where: { id }, data: ownedBy(ctx, to.id) });
    updated('lead', id, before, after);
    await tell(tx, id, to.id);
    return id;
  });
}
