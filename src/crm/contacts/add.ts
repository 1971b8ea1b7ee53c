import type { Prisma } from '../../db/client.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { setApart } from '../duplicates/apart.ts';
import { stopAtTwins } from '../duplicates/stop.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';

/** Adds a person at a customer, or a customer who is a person; stops at likely twins but for those in `apart`. */
export async function addContact(ctx: Ctx, said: Said & { readonly name: string }): Promise<Changed<number>> {
  mayAdd(ctx, 'contact');
  return change(ctx, 'contact.add', async (log) => {
    const data: Prisma.ContactUncheckedCreateInput = newRow(ctx, 'contact', said);
    const twins = await stopAtTwins({ ...ctx, db: log.tx }, 'contact', data, said.apart);
    const { id } = await log.tx.contact.create({ data, select: { id: true } });
    log.created('contact', id);
    await setApart(log, ctx, 'contact', id, twins);
    return id;
  });
}
