import type { Ctx } from '../context.ts';
import { ifSeen, visible } from '../visibility.ts';

/** A contact with its company and owner, or null when it is not there to be seen. */
export async function viewContact(ctx: Ctx, id: number) {
  const contact = await ctx.db.contact.findFirst({
    relationLoadStrategy: 'join',
    where: { id, createdAt: { lte: ctx.now }, ...visible(ctx.sight.contact) },
    include: {
      company: { select: { id: true, name: true, ownerId: true } },
      owner: { select: { id: true, name: true } },
    },
  });
  return contact && { ...contact, company: ifSeen(ctx.sight.company, contact.company) };
}

export type ContactView = NonNullable<Awaited<ReturnType<typeof viewContact>>>;
