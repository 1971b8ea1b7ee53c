import { companyCard, contactCard } from '../../cards/customer.ts';
import { leadCard } from '../../cards/lead.ts';
import type { Card } from '../../chat/card.ts';
import type { Profiled } from '../../crm/attributes/attributes.ts';
import { code } from '../../crm/codes.ts';
import { viewCompany } from '../../crm/companies/view.ts';
import { viewContact } from '../../crm/contacts/view.ts';
import type { Ctx } from '../../crm/context.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { viewLead } from '../../crm/leads/view.ts';
import { refuse } from '../../i18n/refusal.ts';

/** How each kind of record is read with what belongs to it; null where it is not there to be seen. */
export const views = { company: viewCompany, contact: viewContact, lead: viewLead } as const;

/** The card of a record. */
export async function recordCard(ctx: Ctx, kind: Profiled, id: number): Promise<Card> {
  const none = () => refuse('record.none', { record: code(kind, id) });
  switch (kind) {
    case 'company':
      return companyCard(
        ctx,
        (await viewCompany(ctx, id)) ?? none(),
        await listDeals(ctx, { companyId: id, size: 5 }),
      );
    case 'contact':
      return contactCard(
        ctx,
        (await viewContact(ctx, id)) ?? none(),
        await listDeals(ctx, { contactId: id, size: 5 }),
      );
    case 'lead':
      return leadCard(ctx, (await viewLead(ctx, id)) ?? none());
  }
}
