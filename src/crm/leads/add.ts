import type { Prisma } from '../../db/client.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';
import { ownedBy, type TellOwner } from './owner.ts';

export interface NewLead extends Said {
  readonly name: string;
  readonly source: string;
}

/** Adds a lead in the state NEW; `companyId` when its company is one we have. */
export async function addLead(
  ctx: Ctx,
  said: NewLead,
  companyId: number | undefined,
  tell: TellOwner,
): Promise<Changed<number>> {
  mayAdd(ctx, 'lead');
  return change(ctx, 'lead.add', async ({ tx, created }) => {
    const data: Prisma.LeadUncheckedCreateInput = newRow(ctx, 'lead', said);
    const owned = ownedBy(ctx, data.ownerId ?? null);
    const { id } = await tx.lead.create({
      data: { ...data, ...owned, companyId: companyId ?? null },
      select: { id: true },
    });
    created('lead', id);
    if (owned.ownerId !== null) await tell(tx, id, owned.ownerId);
    return id;
  });
}
