import type { Ctx } from '../context.ts';
import { ifSeen, type Sight, visible } from '../visibility.ts';

/** A company with its people, or null when it is not `among` those to be seen. */
export async function viewCompany(ctx: Ctx, id: number, among: Sight = ctx.sight.company) {
  const company = await ctx.db.company.findFirst({
    relationLoadStrategy: 'join',
    where: { id, createdAt: { lte: ctx.now }, ...visible(among) },
    include: {
      contacts: {
        where: { createdAt: { lte: ctx.now }, ...visible(ctx.sight.contact) },
        orderBy: { id: 'asc' },
        select: { id: true, name: true, title: true, duty: true },
        take: 11,
      },
      owner: { select: { id: true, name: true } },
      parent: { select: { id: true, name: true, ownerId: true } },
    },
  });
  return company && { ...company, parent: ifSeen(ctx.sight.company, company.parent) };
}

export type CompanyView = NonNullable<Awaited<ReturnType<typeof viewCompany>>>;
