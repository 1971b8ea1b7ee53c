import type { Ctx } from '../context.ts';

/** A contact with its company and owner; contacts are everybody's. */
export function viewContact(ctx: Ctx, id: number) {
  return ctx.db.contact.findFirst({
    relationLoadStrategy: 'join',
    where: { id, createdAt: { lte: ctx.now } },
    include: { company: { select: { id: true, name: true } }, owner: { select: { name: true } } },
  });
}

export type ContactView = NonNullable<Awaited<ReturnType<typeof viewContact>>>;
