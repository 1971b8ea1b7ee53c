import { Prisma } from '../db/client.ts';
import { deals } from './deals.ts';
import { percent } from './exact.ts';
import { leadsOf } from './leads.ts';
import { type Asker, type Measured, receiptOf, type Scope } from './measured.ts';
import { leadRecords } from './records.ts';

/**
 * Lead conversion rate in percent: of the leads created in the period, those from which a deal came that is won
 * as of now, whoever owns that deal (if the asker may see it). 100 leads, 20 customers are 20.
 */
export async function leadConversion(ctx: Asker, scope: Scope): Promise<Measured> {
  const leads = Prisma.sql`(
    SELECT l.*, won.lead_id IS NOT NULL AS converted
    FROM ${leadsOf(ctx, scope)} l
    LEFT JOIN (SELECT DISTINCT lead_id FROM ${deals(ctx)} d WHERE kind = 'WON') won ON won.lead_id = l.id)`;
  const [row] = await ctx.db.$queryRaw<[{ all: number; converted: number }]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE converted))::int AS converted FROM ${leads} l`;
  const { all, converted } = row;
  return {
    id: 'leads.conversion',
    value: percent(converted, all),
    empty: all === 0 ? 'no_leads' : null,
    unit: 'percent',
    numerator: String(converted),
    denominator: String(all),
    count: all,
    excluded: [],
    receipt: receiptOf(
      ctx,
      scope,
      leadRecords(leads, Prisma.sql`CASE WHEN converted THEN 'WON' END`),
      'lead',
    ),
  };
}
