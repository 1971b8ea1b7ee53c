import type { LeadStatus } from '../../db/client.ts';
import { type Period, periodInstants } from '../../lib/dates/index.ts';
import type { Ctx } from '../context.ts';
import { visible } from '../visibility.ts';

export interface LeadFilter {
  readonly ownerId?: number | undefined;
  readonly source?: string | undefined;
  readonly status?: LeadStatus | undefined;
  readonly period?: Period | undefined;
  readonly page?: number | undefined;
}

const pageSize = 10;

/** Leads that fit, the newest first, a page at a time. */
export async function listLeads(ctx: Ctx, filter: LeadFilter) {
  const { ownerId, source, status, period, page = 1 } = filter;
  const span = period && periodInstants(period, ctx.zone);
  const where = {
    AND: [visible(ctx.sight.lead)],
    createdAt: { lte: ctx.now, ...(span && { gte: span.start, lt: span.end }) },
    ...(ownerId !== undefined && { ownerId }),
    ...(source && { source }),
    ...(status && { status }),
  };
  const [total, rows] = await Promise.all([
    ctx.db.lead.count({ where }),
    ctx.db.lead.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      include: { owner: { select: { name: true } } },
    }),
  ]);
  return { total, rows, page, left: Math.max(0, total - (page - 1) * pageSize - rows.length) };
}

export type LeadList = Awaited<ReturnType<typeof listLeads>>;
