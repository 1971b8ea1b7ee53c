import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { sees } from '../visibility.ts';

/** Takes on a lead that one was given. Only its owner of this moment may, and once. */
export async function acceptLead(ctx: Ctx, id: number): Promise<Changed<number>> {
  return change(ctx, 'lead.accept', async ({ tx, updated }) => {
    await tx.$queryRaw`SELECT id FROM lead WHERE id = ${id} FOR UPDATE`;
    const before = await tx.lead.findUnique({
      where: { id },
      include: { owner: { select: { name: true } } },
    });
    if (!before || !sees(ctx.sight.lead, before.ownerId))
      return refuse('record.none', { record: code('lead', id) });
    if (before.ownerId === null || before.ownerId !== ctx.member?.id)
      return refuse('lead.not_yours', {
        lead: before.name,
        name: (t) => before.owner?.name ?? t('deal.no_owner'),
      });
    if (before.acceptedAt) refuse('lead.accepted', { lead: before.name });
    updated(
      'lead',
      id,
      { acceptedAt: null },
      await tx.lead.update({ where: { id }, data: { acceptedAt: ctx.now }, select: { acceptedAt: true } }),
    );
    return id;
  });
}
