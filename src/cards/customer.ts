import type { Action, Card } from '../chat/card.ts';
import { askKey } from '../chat/wire.ts';
import { code } from '../crm/codes.ts';
import { debtOf } from '../crm/companies/debt.ts';
import type { CompanyView } from '../crm/companies/view.ts';
import type { ContactView } from '../crm/contacts/view.ts';
import { customFieldsOf } from '../crm/custom/fields.ts';
import type { DealList } from '../crm/deals/list.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { dealTable } from './deals.ts';
import { overdueBlocks, type Today } from './overdue.ts';
import { actions, fact, newTask } from './parts.ts';
import { profileFacts, type Teller } from './profile.ts';

/** Which of the buttons are there for who reads it. */
type Offers = (action: Action) => boolean;
const all: Offers = () => true;

export function companyCard(
  teller: Teller & Today,
  company: CompanyView,
  deals: DealList,
  offers: Offers = all,
): Card {
  const { t, custom } = teller;
  const late = overdueBlocks(teller, debtOf(company));
  const people = company.contacts.map((c) => {
    const part = c.duty ? t.say(`choice.duty.${c.duty}` as Key) : c.title;
    return `${code('contact', c.id)} ${c.name}${part ? ` (${part})` : ''}`;
  });
  // Whose deals they are need not be said in each row.
  const ofOne = deals.rows.map((deal) => ({ ...deal, company: null }));
  return {
    title: [`${code('company', company.id)} · `, { bold: company.name }],
    ...(late.length > 0 && { tone: 'warn' }),
    blocks: [
      ...late,
      {
        kind: 'facts',
        facts: [
          ...fact(t('company.people'), people.slice(0, 10).join(', ') + (people.length > 10 ? ' …' : '')),
          ...profileFacts(t, 'company', company, customFieldsOf(custom, 'company')),
        ],
      },
      ...(deals.total ? [dealTable(t, ofOne, deals.left)] : []),
      ...actions(
        ...[
          ...logActions(t, 'company', company.id),
          { label: t('action.deal'), command: 'deal.add', wire: { company: String(company.id) } },
          { label: t('action.contact'), command: 'contact.add', wire: { company: String(company.id) } },
          editAction(t, 'company', company.id),
        ].filter(offers),
      ),
    ],
  };
}

export function contactCard(
  { t, custom }: Teller,
  contact: ContactView,
  deals: DealList,
  offers: Offers = all,
): Card {
  const wire = {
    contact: String(contact.id),
    ...(contact.company && { company: String(contact.company.id) }),
  };
  return {
    title: [`${code('contact', contact.id)} · `, { bold: contact.name }],
    blocks: [
      {
        kind: 'facts',
        facts: profileFacts(t, 'contact', contact, customFieldsOf(custom, 'contact')),
      },
      ...(deals.total ? [dealTable(t, deals.rows, deals.left)] : []),
      ...actions(
        ...[
          ...logActions(t, 'contact', contact.id),
          { label: t('action.deal'), command: 'deal.add', wire },
          editAction(t, 'contact', contact.id),
        ].filter(offers),
      ),
    ],
  };
}

const logActions = (t: Translator, kind: 'company' | 'contact', id: number): Action[] => [
  { label: t('action.log'), command: 'log.call', wire: { record: code(kind, id) } },
  { label: t('action.note'), command: 'log.note', wire: { record: code(kind, id) } },
  newTask(t, 'action.task', { kind, id }),
];

/** Opens the form of what is known of a customer or a lead; the changed card takes the place of this one. */
export const editAction = (t: Translator, kind: 'company' | 'contact' | 'lead', id: number): Action => ({
  label: t('action.edit'),
  command: `${kind}.edit`,
  wire: { [kind]: String(id), [askKey]: '1' },
  replace: true,
});
