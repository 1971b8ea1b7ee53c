import type { Lead } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import { code, type Kind } from '../codes.ts';
import { companyAdded } from '../companies/add.ts';
import { decidedContact } from '../contacts/add.ts';
import type { Ctx } from '../context.ts';
import { carriedCustom } from '../custom/carried.ts';
import { customColumn } from '../custom/fields.ts';
import { dealOpened, type NewDeal } from '../deals/open.ts';
import { apartFrom, setApart } from '../duplicates/apart.ts';
import { completed } from '../records/complete.ts';
import { ofCompany, ofPerson } from './carried.ts';
import { ownLead } from './own.ts';
import { notMoved } from './qualify.ts';
import { type LeadStatus, reached } from './states.ts';
import { viewLead } from './view.ts';

export interface Conversion {
  /** One of ours by its number, or a new one. */
  readonly contact: number | 'new';
  /** Null: the one that the lead or the contact has, or none. */
  readonly company: number | 'new' | null;
  readonly deal: Pick<NewDeal, 'title' | 'amount' | 'close' | 'stages'> | null;
  /** Companies that a new one is not: see `stopAtTwins`. */
  readonly apart?: string | undefined;
  /** The state that the person saw when they decided. */
  readonly seen?: LeadStatus | undefined;
}

/** What a lead has become; `new` are those that were made for it. */
export type Converted = readonly { readonly kind: Kind; readonly id: number; readonly new: boolean }[];

/**
 * Makes a contact, a company and a deal of a lead, or links those that exist, in one change. What the lead says is
 * carried along, and whom it is not; what was done with it is told of them all, by the links. Refuses a lead that was
 * converted before.
 */
export async function convertLead(ctx: Ctx, id: number, conversion: Conversion): Promise<Changed<Converted>> {
  const { contact, company, deal, apart: told, seen } = conversion;
  return change(ctx, 'lead.convert', async (log) => {
    const { tx, updated } = log;
    const within = { ...ctx, db: tx };
    const lead = await ownLead(ctx, tx, id);
    if (lead.status === 'CONVERTED') await refuseAgain(within, lead);
    notMoved(lead, seen);
    const owner = lead.ownerId === null ? {} : { owner: { id: lead.ownerId } };

    const firm = { ...ofCompany(ctx, lead), ...owner };
    const companyId =
      company === 'new'
        ? await companyAdded(within, log, { name: lead.companyName ?? lead.name, ...firm, apart: told })
        : company && (await completed(within, log, 'company', company, firm));
    const linked = companyId ?? lead.companyId;
    const person = { ...ofPerson(ctx, lead), ...owner, ...(linked && { company: { id: linked } }) };
    const contactId =
      contact === 'new'
        ? await decidedContact(within, log, { name: lead.name, ...person })
        : await completed(within, log, 'contact', contact, person);
    const apart = (await apartFrom(tx, { kind: 'lead', id })).map(({ other }) => other);
    const others = apart.filter((other) => other.kind !== 'contact' || other.id !== contactId);
    await setApart(log, ctx, { kind: 'contact', id: contactId }, others);
    const { companyId: employer } = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
    const links = { contactId, companyId: linked ?? employer };

    const opened =
      deal &&
      (await dealOpened(within, log, {
        ...deal,
        contactId,
        companyId: links.companyId ?? undefined,
        leadId: id,
        source: lead.source,
        ownerId: lead.ownerId ?? undefined,
        custom: customColumn(carriedCustom(ctx.custom, lead.custom, ['lead', 'deal'])).custom,
      }));
    const data = {
      ...links,
      status: 'CONVERTED' as const,
      reason: null,
      ...reached(lead, 'CONVERTED', ctx.now),
    };
    updated('lead', id, lead, await tx.lead.update({ where: { id }, data }));
    return [
      { kind: 'contact', id: contactId, new: contact === 'new' },
      ...(companyId ? [{ kind: 'company' as const, id: companyId, new: company === 'new' }] : []),
      ...(opened ? [{ kind: 'deal' as const, id: opened.id, new: true }] : []),
    ];
  });
}

/** Says to what it was converted, as far as the asker sees that. */
async function refuseAgain(ctx: Ctx, lead: Lead): Promise<void> {
  const view = await viewLead(ctx, lead.id);
  const to = [
    ...(view?.contact ? [`${code('contact', view.contact.id)} ${view.contact.name}`] : []),
    ...(view?.company ? [`${code('company', view.company.id)} ${view.company.name}`] : []),
    ...(view?.deals.map((deal) => `${code('deal', deal.id)} ${deal.title}`) ?? []),
  ];
  if (to.length) refuse('lead.converted', { lead: lead.name, records: to.join(', ') });
}
