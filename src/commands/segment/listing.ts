import { companyListCard, contactListCard } from '../../cards/customers.ts';
import { dealListCard } from '../../cards/deals.ts';
import { leadListCard } from '../../cards/lead.ts';
import type { Card } from '../../chat/card.ts';
import type { Packed } from '../../chat/wire.ts';
import type { Kind } from '../../crm/codes.ts';
import { listCompanies } from '../../crm/companies/list.ts';
import { listContacts } from '../../crm/contacts/list.ts';
import type { Ctx } from '../../crm/context.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { listLeads } from '../../crm/leads/list.ts';

interface Listing {
  readonly filter: string;
  readonly page: number | undefined;
}

/** A page of the records that fit a filter, as each kind is listed; `next` asks for the page behind it. */
export const listings: Readonly<Record<Kind, (ctx: Ctx, asked: Listing, next: Packed) => Promise<Card>>> = {
  deal: async (ctx, asked, next) => dealListCard(ctx.t, await listDeals(ctx, asked), next),
  lead: async (ctx, asked, next) => leadListCard(ctx.t, await listLeads(ctx, asked), next),
  contact: async (ctx, asked, next) => contactListCard(ctx.t, await listContacts(ctx, asked), next),
  company: async (ctx, asked, next) => companyListCard(ctx.t, await listCompanies(ctx, asked), next),
};
