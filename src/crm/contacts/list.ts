import type { Listing } from '../companies/list.ts';
import type { Ctx } from '../context.ts';
import { comparedBy, fitting } from '../filter/where.ts';
import { inOrder, pageOf } from '../records/page.ts';
import { ifSeen } from '../visibility.ts';

/** Contacts that fit, the newest first, a page at a time: those there were at `ctx.now`, as they are now. */
export async function listContacts(ctx: Ctx, { filter, page }: Listing) {
  const { ids, ...paging } = await pageOf(ctx, 'contact', await fitting(ctx, 'contact', filter), page);
  const rows = await ctx.db.contact.findMany({
    where: { id: { in: [...ids] } },
    include: { owner: { select: { name: true } }, company: { select: { name: true, ownerId: true } } },
  });
  const seen = rows.map((row) => ({ ...row, company: ifSeen(ctx.sight.company, row.company) }));
  return { ...paging, rows: inOrder(ids, seen), compared: comparedBy(ctx, 'contact', filter) };
}

export type ContactList = Awaited<ReturnType<typeof listContacts>>;
