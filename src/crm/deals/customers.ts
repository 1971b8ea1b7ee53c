import type { Log } from '../changes/change.ts';
import { companyAdded } from '../companies/add.ts';
import { contactAdded } from '../contacts/add.ts';
import type { Ctx } from '../context.ts';
import { isNew, type Link, made } from '../records/made.ts';

/** Who a deal is with; undefined leaves as it is, null clears. */
export interface Customers {
  readonly company?: Link | null | undefined;
  readonly contact?: Link | null | undefined;
}

interface Belonging {
  readonly ownerId?: number | null | undefined;
  /** The company that the deal has where none is said. */
  readonly companyId?: number | null | undefined;
}

const idOf = (link: { readonly id: number } | null | undefined) => (link === null ? null : link?.id);

/** Their numbers. Who is new is made in the same change: the deal's owner's, and a contact in the deal's company. */
export async function customersOf(ctx: Ctx, log: Log, { company, contact }: Customers, deal: Belonging) {
  const owner = deal.ownerId ? { owner: { id: deal.ownerId } } : {};
  const companyId = isNew(company)
    ? await made(ctx, log, 'company', company, (named) => companyAdded(ctx, log, { ...named, ...owner }))
    : idOf(company);
  const at = companyId === undefined ? deal.companyId : companyId;
  const person = { ...owner, ...(at && { company: { id: at } }) };
  const contactId = isNew(contact)
    ? await made(ctx, log, 'contact', contact, (named) => contactAdded(ctx, log, { ...named, ...person }))
    : idOf(contact);
  return { companyId, contactId };
}
