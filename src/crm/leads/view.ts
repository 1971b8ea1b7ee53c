import type { Ctx } from '../context.ts';
import { visible } from '../visibility.ts';

/** A lead with its owner, company and deals, or null when it is not there to be seen. */
export function viewLead(ctx: Ctx, id: number) {
  return ctx.db.lead.findFirst({
    relationLoadStrategy: 'join',
    where: { id, createdAt: { lte: ctx.now }, ...visible(ctx.sight) },
    include: {
      owner: { select: { id: true, name: true } },
      company: { select: { id: true, name: true } },
      deals: {
        where: { createdAt: { lte: ctx.now }, ...visible(ctx.sight) },
        orderBy: { id: 'asc' },
        select: { id: true, title: true },
      },
    },
  });
}

export type LeadView = NonNullable<Awaited<ReturnType<typeof viewLead>>>;
