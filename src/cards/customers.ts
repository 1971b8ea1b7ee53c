import type { Card, Table } from '../chat/card.ts';
import type { FieldName } from '../chat/command.ts';
import type { Packed } from '../chat/wire.ts';
import { code } from '../crm/codes.ts';
import type { CompanyList } from '../crm/companies/list.ts';
import type { ContactList } from '../crm/contacts/list.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { formatPhone } from '../lib/phone.ts';
import { withCompared } from './compared.ts';
import { afterPage, noneCard, type Searched } from './parts.ts';

const columns = (t: Translator, ...names: FieldName[]): Table['columns'] =>
  ['#', ...names.map((name) => t(`field.${name}`))].map((label) => ({ label, align: 'left' }));

export function companyListCard(t: Translator, list: CompanyList, next: Packed, searched?: Searched): Card {
  if (list.total === 0) return noneCard(t, t('company.list_none'), next, searched);
  return {
    title: [t('company.list', { count: list.total })],
    blocks: [
      withCompared(t, list, {
        kind: 'table',
        columns: columns(t, 'name', 'industry', 'region', 'tier', 'owner'),
        rows: list.rows.map((company) => [
          [code('company', company.id)],
          [company.name],
          [company.industry ?? '–'],
          [company.region ?? '–'],
          [company.tier ? t.say(`choice.tier.${company.tier}` as Key) : '–'],
          [company.owner?.name ?? '–'],
        ]),
        ...(list.left > 0 && { more: list.left }),
      }),
      ...afterPage(t, list, next, { kind: 'companies', ...next.wire }),
    ],
  };
}

export function contactListCard(t: Translator, list: ContactList, next: Packed, searched?: Searched): Card {
  if (list.total === 0) return noneCard(t, t('contact.list_none'), next, searched);
  return {
    title: [t('contact.list', { count: list.total })],
    blocks: [
      withCompared(t, list, {
        kind: 'table',
        columns: columns(t, 'name', 'company', 'phone', 'owner'),
        rows: list.rows.map((contact) => [
          [code('contact', contact.id)],
          [contact.title ? `${contact.name} (${contact.title})` : contact.name],
          [contact.company?.name ?? '–'],
          [contact.phone ? formatPhone(contact.phone, t.locale) : '–'],
          [contact.owner?.name ?? '–'],
        ]),
        ...(list.left > 0 && { more: list.left }),
      }),
      ...afterPage(t, list, next, { kind: 'contacts', ...next.wire }),
    ],
  };
}
