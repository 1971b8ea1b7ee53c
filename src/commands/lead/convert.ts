import { convertedText, whoIsIt } from '../../cards/conversion.ts';
import { withPassed } from '../../cards/deal.ts';
import { optional, withDefault } from '../../chat/field.ts';
import { choice, day, lookup, money, text } from '../../chat/fields.ts';
import type { Wire } from '../../chat/wire.ts';
import { code } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import type { Stage } from '../../crm/deals/stages.ts';
import { TwinsFound } from '../../crm/duplicates/stop.ts';
import type { Hit } from '../../crm/find/search.ts';
import { convertLead } from '../../crm/leads/convert.ts';
import { type Likely, likelyCompanies, likelyContacts } from '../../crm/leads/likely.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Day, formatDay } from '../../lib/dates/index.ts';
import { formatMoney } from '../../lib/format.ts';
import type { Money } from '../../lib/money/index.ts';
import { defineCommand } from '../define.ts';
import { apart, lead, stage } from '../fields.ts';
import { orNew } from '../lookups/or-new.ts';
import { companyLookup, contactLookup } from '../lookups/records.ts';
import { changedLead } from './changed.ts';
import { deciding, notConverted, undecided } from './deciding.ts';
import { seen } from './status.ts';

const deal = choice<'new' | 'none', Ctx>({
  options: [
    { value: 'new', label: 'choice.deal.new' },
    { value: 'none', label: 'choice.deal.none' },
  ],
});

/**
 * Makes a lead a contact with a company and a deal. Customers that it may be already are preselected where that is
 * certain, else asked about; `new` makes one all the same.
 */
export const leadConvert = defineCommand({
  id: 'lead.convert',
  access: 'rep',
  reply: 'channel',
  fields: {
    lead,
    contact: optional(lookup(orNew(contactLookup, 'title.contact.add'))),
    company: optional(lookup(orNew(companyLookup, 'title.company.add'))),
    deal: withDefault(deal, 'new'),
    title: optional(text({ max: 120 })),
    amount: optional(money({ hint: 'hint.amount' })),
    close: optional(day({ prefer: 'future', hint: 'hint.day' })),
    stage: optional(stage),
    from: seen,
    apart,
  },
  positional: ['lead', 'amount'],
  asksFor: ['contact', 'company', 'deal', 'title', 'amount', 'close', 'stage'],
  async prefill(ctx, wire) {
    const view = await deciding(ctx, wire);
    if (!view) return {};
    const [contacts, companies] = await likely(ctx, view);
    return {
      lead: code('lead', view.id),
      ...preselected('contact', contacts, true),
      ...preselected('company', companies, view.companyName !== null),
      ...(ctx.reach.deal === 'none' && { deal: 'none' }),
      ...asTyped(ctx, dealOf(view, {})),
    };
  },
  async run(ctx, { lead, contact, company, deal, from, apart, title, amount, close, stage }) {
    const view = (await viewLead(ctx, lead.id)) ?? refuse('record.none', { record: code('lead', lead.id) });
    notConverted(view);
    const said = { title, amount, close, stage };
    const wire = { ...asTyped(ctx, said), lead: String(lead.id), deal, ...(from && { from }) };
    const [contacts, companies] = await likely(ctx, view);
    // Who was found may just have been made of this very lead by somebody else: that is no question then.
    if (contacts.hits.length || companies.hits.length) await undecided(ctx, lead.id);
    const person = contact ?? decided(view, 'contact', contacts, wire);
    const known = { ...wire, contact: person === 'new' ? 'new' : code('contact', person.id) };
    const firm = company ?? companyOf(view, companies, company === null, known);
    const { value, changeId } = await convertLead(ctx, lead.id, {
      contact: person === 'new' ? 'new' : person.id,
      company: firm === 'new' ? 'new' : (firm?.id ?? null),
      deal: deal === 'none' ? null : dealOf(view, said),
      apart: apart ?? undefined,
      seen: from,
    }).catch((error) => {
      throw error instanceof TwinsFound ? whoIsIt(view, 'company', error.twins, known) : error;
    });
    const expected = deal === 'none' ? null : dealOf(view, said).close;
    const told = withPassed(ctx, convertedText(ctx.t, value), expected);
    return changedLead(ctx, lead.id, told, changeId);
  },
});

interface DealSaid {
  readonly title?: string | null | undefined;
  readonly amount?: Money | null | undefined;
  readonly close?: Day | null | undefined;
  readonly stage?: readonly Stage[] | null | undefined;
}

const likely = (ctx: Ctx, lead: LeadView) =>
  Promise.all([likelyContacts(ctx, lead), likelyCompanies(ctx, lead)]);

/** Whom a lead is where nobody said so: the certain one, or a new one; the person is asked where it may be several. */
function decided(
  lead: LeadView,
  kind: 'contact' | 'company',
  { hits, certain }: Likely,
  wire: Wire,
): Hit | 'new' {
  const [first] = hits;
  if (!first) return 'new';
  if (certain) return first;
  throw whoIsIt(lead, kind, hits, wire);
}

/** Likewise its company; where there was none to ask about, emptied in the form means that there is none. */
function companyOf(lead: LeadView, likely: Likely, emptied: boolean, wire: Wire): Hit | 'new' | null {
  const asked = likely.hits.length > 0 && !likely.certain;
  if (!asked && (emptied || (likely.hits.length === 0 && !lead.companyName))) return null;
  return decided(lead, 'company', likely, wire);
}

/** The same for the form; where it may be several the person chooses there. */
function preselected(kind: 'contact' | 'company', { hits: [first], certain }: Likely, makes: boolean): Wire {
  if (first) return certain ? { [kind]: code(kind, first.id) } : {};
  return makes ? { [kind]: 'new' } : {};
}

/** The deal that a lead is about, as far as it is known. */
function dealOf(lead: LeadView, { title, amount, close, stage }: DealSaid) {
  const { budget, budgetCurrency, decisionOn } = lead;
  const known = budget && budgetCurrency ? { amount: budget.toFixed(), currency: budgetCurrency } : null;
  return {
    title: title ?? lead.companyName ?? lead.name,
    amount: amount === undefined ? known : amount,
    close: (close === undefined ? decisionOn?.toISOString().slice(0, 10) : close) ?? undefined,
    stages: stage ?? undefined,
  };
}

/** What was said of the deal, as a person would type it. */
function asTyped({ t }: Ctx, { title, amount, close, stage }: DealSaid): Wire {
  const [first] = stage ?? [];
  return {
    ...(title && { title }),
    ...(amount && { amount: formatMoney(amount, t.locale) }),
    ...(close && { close: formatDay(close, t.locale) }),
    ...(first && { stage: String(first.id) }),
  };
}
