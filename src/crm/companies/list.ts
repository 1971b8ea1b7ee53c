import type { Ctx } from '../context.ts';
import { comparedBy, fitting } from '../filter/where.ts';
import { inOrder, pageOf } from '../records/page.ts';

export interface Listing {
  readonly filter?: string | undefined;
  readonly page?: number | undefined;
}

/** Companies that fit, the newest first, a page at a time: those there were at `ctx.now`, as they are now. */
export async function listCompanies(ctx: Ctx, { filter, page }: Listing) {
  const { ids, ...paging } = await pageOf(ctx, 'company', await fitting(ctx, 'company', filter), page);
  const rows = await ctx.db.company.findMany({
    where: { id: { in: [...ids] } },
    include: { owner: { select: { name: true } } },
  });
  return { ...paging, rows: inOrder(ids, rows), compared: comparedBy(ctx, 'company', filter) };
}

export type CompanyList = Awaited<ReturnType<typeof listCompanies>>;
