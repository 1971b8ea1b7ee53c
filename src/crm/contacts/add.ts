import { fold } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { mayAdd } from '../visibility.ts';

export interface NewContact {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly title?: string | undefined;
  readonly companyId?: number | undefined;
}

/** Adds a person at a customer. */
export async function addContact(ctx: Ctx, input: NewContact): Promise<Changed<number>> {
  mayAdd(ctx, 'contact');
  return change(ctx, 'contact.add', async ({ tx, created }) => {
    const { id } = await tx.contact.create({
      data: { ...input, folded: fold(input.name), ownerId: ctx.member?.id ?? null, createdAt: ctx.now },
      select: { id: true },
    });
    created('contact', id);
    return id;
  });
}
