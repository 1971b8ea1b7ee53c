import { type LeadStatus, Prisma } from '../../db/client.ts';
import { type Period, periodInstants } from '../../lib/dates/index.ts';
import type { Ctx } from '../context.ts';
import { comparedBy, fitting } from '../filter/where.ts';
import { inOrder, pageOf } from '../records/page.ts';
import { ofOwner } from '../visibility.ts';

export interface LeadFilter {
  /** Null: those that nobody is in charge of. */
  readonly ownerId?: number | null | undefined;
  readonly source?: string | undefined;
  readonly status?: LeadStatus | undefined;
  readonly period?: Period | undefined;
  readonly filter?: string | undefined;
  readonly page?: number | undefined;
}

/** Leads that fit, the newest first, a page at a time: those there were at `ctx.now`, as they are now. */
export async function listLeads(ctx: Ctx, asked: LeadFilter) {
  const { ownerId, source, status, period, filter, page } = asked;
  const span = period && periodInstants(period, ctx.zone);
  const where = [
    await fitting(ctx, 'lead', filter),
    ...(span ? [Prisma.sql`r.created_at >= ${span.start} AND r.created_at < ${span.end}`] : []),
    ...(ownerId === undefined ? [] : [ofOwner(Prisma.sql`r.owner_id`, ownerId)]),
    ...(source ? [Prisma.sql`r.source = ${source}`] : []),
    ...(status ? [Prisma.sql`r.status::text = ${status}`] : []),
  ];
  const { ids, ...paging } = await pageOf(ctx, 'lead', Prisma.join(where, ' AND '), page);
  const rows = await ctx.db.lead.findMany({
    where: { id: { in: [...ids] } },
    include: { owner: { select: { name: true } } },
  });
  return { ...paging, rows: inOrder(ids, rows), compared: comparedBy(ctx, 'lead', filter) };
}

export type LeadList = Awaited<ReturnType<typeof listLeads>>;
