import type { Ctx } from '../context.ts';
import { ifSeen, type Sight, visible } from '../visibility.ts';

/** A contact with its company and owner, or null when it is not `among` those to be seen. */
export async function viewContact(ctx: Ctx, id: number, among: Sight = ctx.sight.contact) {
  const contact = await ctx.db.contact.findFirst({
    relationLoadStrategy: 'join',
    where: { id, createdAt: { lte: ctx.now }, ...visible(among) },
    include: {
      company: { select: { id: true, name: true, ownerId: true } },
      owner: { select: { id: true, name: true } },
    },
  });
  return contact && { ...contact, company: ifSeen(ctx.sight.company, contact.company) };
}

export type ContactView = NonNullable<Awaited<ReturnType<typeof viewContact>>>;
