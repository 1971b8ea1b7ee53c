import { Prisma } from '../db/client.ts';
import { leadsOf } from './leads.ts';
import { type Asker, type Measured, receiptOf, type Scope } from './measured.ts';
import { leadRecords } from './records.ts';

export interface NewLeads extends Measured {
  /** Most first. */
  readonly bySource: readonly { readonly source: string; readonly count: number }[];
}

/** New leads: how many were created in the period, and from which sources. */
export async function newLeads(ctx: Asker, scope: Scope): Promise<NewLeads> {
  const leads = leadsOf(ctx, scope);
  const bySource = await ctx.db.$queryRaw<{ source: string; count: number }[]>`
    SELECT source, count(*)::int AS count FROM ${leads} l GROUP BY source ORDER BY count DESC, source`;
  const count = bySource.reduce((sum, row) => sum + row.count, 0);
  return {
    id: 'leads.new',
    value: String(count),
    empty: null,
    unit: 'count',
    numerator: String(count),
    denominator: null,
    count,
    excluded: [],
    bySource,
    receipt: receiptOf(ctx, scope, leadRecords(leads, Prisma.sql`source`), 'lead'),
  };
}
