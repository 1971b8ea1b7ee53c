import type { Ctx } from '../context.ts';
import { ifSeen, type Sight, visible } from '../visibility.ts';

/** A lead with its owner, company, contact, deals and first answer, or null when it is not `among` those to be seen. */
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
      // The first thing that one of us did for it: what `leads.response_time` measures.
      activities: {
        where: {
          kind: { notIn: ['NOTE', 'TASK'] },
          inbound: false,
          memberId: { not: null },
          at: { lte: ctx.now },
        },
        orderBy: { at: 'asc' },
        select: { at: true },
        take: 1,
      },
    },
  });
  if (!lead) return null;
  const { activities, ...facts } = lead;
  return {
    ...facts,
    company: ifSeen(ctx.sight.company, lead.company),
    contact: ifSeen(ctx.sight.contact, lead.contact),
    /** When it was answered first; null where nobody has yet. */
    answeredAt: activities[0]?.at ?? null,
  };
}

export type LeadView = NonNullable<Awaited<ReturnType<typeof viewLead>>>;
