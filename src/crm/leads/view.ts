import type { Ctx } from '../context.ts';
import { ifSeen, type Sight, visible } from '../visibility.ts';

/** A lead with its owner, company, contact and deals, or null when it is not `among` those to be seen. */
export async function viewLead(ctx: Ctx, id: number, among: Sight = ctx.sight.lead) {
  const lead = await ctx.db.lead.findFirst({
    relationLoadStrategy: 'join',
    where: { id, createdAt: { lte: ctx.now }, ...visible(among) },
    include: {
      owner: { select: { id: true, name: true } },
      company: { select: { id: true, name: true, ownerId: true } },
      contact: { select: { id: true, name: true, ownerId: true } },
      deals: {
        where: { createdAt: { lte: ctx.now }, ...visible(ctx.sight.deal) },
        orderBy: { id: 'asc' },
        select: { id: true, title: true },
      },
    },
  });
  return (
    lead && {
      ...lead,
      company: ifSeen(ctx.sight.company, lead.company),
      contact: ifSeen(ctx.sight.contact, lead.contact),
    }
  );
}

export type LeadView = NonNullable<Awaited<ReturnType<typeof viewLead>>>;
