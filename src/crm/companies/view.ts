import type { Ctx } from '../context.ts';

/** A company with its people; companies are everybody's. */
export function viewCompany(ctx: Ctx, id: number) {
  return ctx.db.company.findFirst({
    relationLoadStrategy: 'join',
    where: { id, createdAt: { lte: ctx.now } },
    include: {
      contacts: {
        where: { createdAt: { lte: ctx.now } },
        orderBy: { id: 'asc' },
        select: { id: true, name: true, title: true },
        take: 11,
      },
      owner: { select: { name: true } },
      parent: { select: { id: true, name: true } },
    },
  });
}

export type CompanyView = NonNullable<Awaited<ReturnType<typeof viewCompany>>>;
