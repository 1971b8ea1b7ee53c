import type { Prisma } from '../../db/client.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change, type Log } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';

type NewContact = Said & { readonly name: string };

/** Adds a person at a customer, or a customer who is a person. */
export const addContact = (ctx: Ctx, said: NewContact): Promise<Changed<number>> =>
  change(ctx, 'contact.add', (log) => contactAdded(ctx, log, said));

/** The same as a part of another change. */
export async function contactAdded(ctx: Ctx, { tx, created }: Log, said: NewContact): Promise<number> {
  mayAdd(ctx, 'contact');
  const data: Prisma.ContactUncheckedCreateInput = newRow(ctx, 'contact', said);
  const { id } = await tx.contact.create({ data, select: { id: true } });
  created('contact', id);
  return id;
}
