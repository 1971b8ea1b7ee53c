import { Prisma } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { visibleSql } from '../visibility.ts';

/** Deals `d` that hang on a record. A lead's own card does not tell of them. */
export function dealsOf(ctx: Ctx, kind: Kind, id: number): Prisma.Sql {
  const own = {
    deal: Prisma.sql`d.id = ${id}`,
    contact: Prisma.sql`d.contact_id = ${id}`,
    company: Prisma.sql`d.company_id = ${id}`,
    lead: Prisma.sql`FALSE`,
  }[kind];
  return Prisma.sql`${own} AND ${visibleSql(ctx.sight.deal, Prisma.sql`d.owner_id`)}`;
}

/** Leads `l` that a record was or came from. */
export function leadsOf(ctx: Ctx, kind: Kind, id: number): Prisma.Sql {
  const own = {
    deal: Prisma.sql`l.id = (SELECT d.lead_id FROM deal d WHERE d.id = ${id})`,
    contact: Prisma.sql`l.contact_id = ${id}`,
    company: Prisma.sql`l.company_id = ${id}`,
    lead: Prisma.sql`l.id = ${id}`,
  }[kind];
  return Prisma.sql`${own} AND ${visibleSql(ctx.sight.lead, Prisma.sql`l.owner_id`)}`;
}

/** Activities `a`: logged on the record itself or the lead it came from, for a customer on their deals and people too. */
export function activitiesOf(ctx: Ctx, kind: Kind, id: number): Prisma.Sql {
  if (kind === 'lead') return Prisma.sql`a.lead_id = ${id}`;
  const onLeads = Prisma.sql`a.lead_id IN (SELECT l.id FROM lead l WHERE ${leadsOf(ctx, kind, id)})`;
  if (kind === 'deal') return Prisma.sql`a.deal_id = ${id} OR ${onLeads}`;
  const theirs = Prisma.sql`a.deal_id IN (SELECT d.id FROM deal d WHERE ${dealsOf(ctx, kind, id)}) OR ${onLeads}`;
  if (kind === 'contact') return Prisma.sql`a.contact_id = ${id} OR ${theirs}`;
  return Prisma.sql`a.company_id = ${id} OR ${theirs}
    OR a.contact_id IN (
      SELECT c.id FROM contact c WHERE c.company_id = ${id} AND ${visibleSql(ctx.sight.contact, Prisma.sql`c.owner_id`)})`;
}
