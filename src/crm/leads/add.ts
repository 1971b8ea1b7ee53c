import { fold } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { mayAdd } from '../visibility.ts';

export interface NewLead {
  readonly name: string;
  readonly source: string;
  /** The company as it was said; `companyId` when it is one we have. */
  readonly companyName?: string | undefined;
  readonly companyId?: number | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly note?: string | undefined;
  /** Left out: the person who adds it. */
  readonly ownerId?: number | undefined;
}

/** Adds a lead in the state NEW. */
export async function addLead(ctx: Ctx, input: NewLead): Promise<Changed<number>> {
  mayAdd(ctx, 'lead');
  return change(ctx, 'lead.add', async ({ tx, created }) => {
    const { id } = await tx.lead.create({
      data: {
        ...input,
        folded: fold(input.name),
        ownerId: input.ownerId ?? ctx.member?.id ?? null,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    created('lead', id);
    return id;
  });
}
