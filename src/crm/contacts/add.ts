import type { Prisma } from '../../db/client.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';

/** Adds a person at a customer, or a customer who is a person. */
export async function addContact(ctx: Ctx, said: Said & { readonly name: string }): Promise<Changed<number>> {
  mayAdd(ctx, 'contact');
  return change(ctx, 'contact.add', async ({ tx, created }) => {
    const data: Prisma.ContactUncheckedCreateInput = newRow(ctx, 'contact', said);
    const { id } = await tx.contact.create({ data, select: { id: true } });
    created('contact', id);
    return id;
  });
}
