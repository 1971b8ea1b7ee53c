import type { Card } from '../chat/card.ts';
import { code } from '../crm/codes.ts';
import type { CompanyView } from '../crm/companies/view.ts';
import type { ContactView } from '../crm/contacts/view.ts';
import type { DealList } from '../crm/deals/list.ts';
import type { Translator } from '../i18n/index.ts';
import { formatNumber } from '../lib/format.ts';
import { formatPhone } from '../lib/phone.ts';
import { dealTable } from './deals.ts';
import { actions, fact } from './parts.ts';

export function companyCard(t: Translator, company: CompanyView, deals: DealList): Card {
  const people = company.contacts.map(
    (c) => `${code('contact', c.id)} ${c.name}${c.title ? ` (${c.title})` : ''}`,
  );
  return {
    title: [`${code('company', company.id)} · `, { bold: company.name }],
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...fact(t('field.industry'), company.industry),
          ...fact(
            t('field.employees'),
            company.employees === null ? null : formatNumber(company.employees, t.locale),
          ),
          ...fact(t('field.phone'), company.phone && formatPhone(company.phone)),
          ...fact(t('field.website'), company.website),
          ...fact(t('field.taxCode'), company.taxCode),
          ...fact(t('field.country'), company.country),
          ...fact(t('company.parent'), company.parent?.name),
          ...fact(t('field.owner'), company.owner?.name),
          ...fact(t('company.people'), people.slice(0, 10).join(', ') + (people.length > 10 ? ' …' : '')),
        ],
      },
      ...(deals.total ? [dealTable(t, deals.rows, deals.left)] : []),
      ...actions(
        { label: t('action.log'), command: 'log.call', wire: { record: code('company', company.id) } },
        { label: t('action.note'), command: 'log.note', wire: { record: code('company', company.id) } },
        { label: t('action.deal'), command: 'deal.add', wire: { company: String(company.id) } },
        { label: t('action.contact'), command: 'contact.add', wire: { company: String(company.id) } },
      ),
    ],
  };
}

export function contactCard(t: Translator, contact: ContactView, deals: DealList): Card {
  return {
    title: [`${code('contact', contact.id)} · `, { bold: contact.name }],
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...fact(t('field.jobTitle'), contact.title),
          ...fact(
            t('field.company'),
            contact.company && `${contact.company.name} (${code('company', contact.company.id)})`,
          ),
          ...fact(t('field.phone'), contact.phone && formatPhone(contact.phone)),
          ...fact(t('field.email'), contact.email),
          ...fact(t('field.owner'), contact.owner?.name),
        ],
      },
      ...(deals.total ? [dealTable(t, deals.rows, deals.left)] : []),
      ...actions(
        { label: t('action.log'), command: 'log.call', wire: { record: code('contact', contact.id) } },
        { label: t('action.note'), command: 'log.note', wire: { record: code('contact', contact.id) } },
        {
          label: t('action.deal'),
          command: 'deal.add',
          wire: {
            contact: String(contact.id),
            ...(contact.company && { company: String(contact.company.id) }),
          },
        },
      ),
    ],
  };
}
