import type { Prisma } from '../../db/client.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change, type Log } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { setApart } from '../duplicates/apart.ts';
import { stopAtTwins } from '../duplicates/stop.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';
import { withCompany } from './employer.ts';

type NewContact = Said & { readonly name: string };

/**
 * Adds a person at a customer, or a customer who is a person, with a company that is new; stops at likely twins but for
 * those in `apart`.
 */
export function addContact(ctx: Ctx, said: NewContact): Promise<Changed<number>> {
  mayAdd(ctx, 'contact');
  return change(ctx, 'contact.add', async (log) => contactAdded(ctx, log, await withCompany(ctx, log, said)));
}

/** The same as a part of another change. */
export async function contactAdded(ctx: Ctx, log: Log, said: NewContact): Promise<number> {
  const row = newRow<Prisma.ContactUncheckedCreateInput>(ctx, 'contact', said);
  const twins = await stopAtTwins({ ...ctx, db: log.tx }, 'contact', row, said.apart);
  const id = await decidedContact(ctx, log, said);
  await setApart(log, ctx, { kind: 'contact', id }, twins);
  return id;
}

/** The same where the person has decided already that it is a new one. */
export async function decidedContact(ctx: Ctx, { tx, created }: Log, said: NewContact): Promise<number> {
  mayAdd(ctx, 'contact');
  const data: Prisma.ContactUncheckedCreateInput = newRow(ctx, 'contact', said);
  const { id } = await tx.contact.create({ data, select: { id: true } });
  created('contact', id);
  return id;
}
