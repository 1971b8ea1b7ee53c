import { deals } from '../crm/deals/standing.ts';
import { Prisma } from '../db/client.ts';
import { leadsOf } from './leads.ts';
import type { Asker, Measured, Scope } from './measured.ts';
import { shareOfLeads } from './share-of-leads.ts';

/** The leads of the period with those of their deals (of whoever) that the asker may see: whether there are any. */
const withDeals = (ctx: Asker, scope: Scope, which: Prisma.Sql) => Prisma.sql`(
  SELECT l.*, led.lead_id IS NOT NULL AS converted
  FROM ${leadsOf(ctx, scope)} l
  LEFT JOIN (SELECT DISTINCT lead_id FROM ${deals(ctx)} d WHERE ${which}) led ON led.lead_id = l.id)`;

/**
 * Lead conversion rate in percent: of the leads created in the period, those from which a deal came that is won
 * as of now. 100 leads, 20 customers are 20.
 */
export const leadConversion = (ctx: Asker, scope: Scope): Promise<Measured> =>
  shareOfLeads(ctx, scope, {
    id: 'leads.conversion',
    leads: withDeals(ctx, scope, Prisma.sql`kind = 'WON'`),
    reached: Prisma.sql`converted`,
    outcome: 'WON',
    empty: 'no_leads',
  });

/** Likewise those from which any deal came. */
export const leadToDeal = (ctx: Asker, scope: Scope): Promise<Measured> =>
  shareOfLeads(ctx, scope, {
    id: 'leads.to_deal',
    leads: withDeals(ctx, scope, Prisma.sql`TRUE`),
    reached: Prisma.sql`converted`,
    outcome: 'DEAL',
    empty: 'no_leads',
  });
