import { Prisma } from '../db/client.ts';
import { leadsOf } from './leads.ts';
import type { Asker, Measured, Scope } from './measured.ts';
import { shareOfLeads } from './share-of-leads.ts';

/** What an import says of a lead's state has no milestones: the state itself tells. */
const sql = Prisma.sql`(l.sql_at IS NOT NULL OR l.status IN ('SQL', 'CONVERTED'))`;
const mql = Prisma.sql`(l.mql_at IS NOT NULL OR l.status = 'MQL' OR ${sql})`;

/** Lead-to-MQL in percent: of the leads created in the period, those that ever reached MQL, or a later state. */
export const mqlRate = (ctx: Asker, scope: Scope): Promise<Measured> =>
  shareOfLeads(ctx, scope, {
    id: 'leads.mql_rate',
    leads: leadsOf(ctx, scope),
    reached: mql,
    outcome: 'MQL',
    empty: 'no_leads',
  });

/** MQL-to-SQL in percent: of those that ever reached MQL, those that ever reached SQL, or were converted. */
export const sqlRate = (ctx: Asker, scope: Scope): Promise<Measured> =>
  shareOfLeads(ctx, scope, {
    id: 'leads.sql_rate',
    leads: Prisma.sql`(SELECT * FROM ${leadsOf(ctx, scope)} l WHERE ${mql})`,
    reached: sql,
    outcome: 'SQL',
    empty: 'no_mqls',
  });
