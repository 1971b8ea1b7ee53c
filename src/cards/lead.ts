import type { Card } from '../chat/card.ts';
import { askKey, type Packed } from '../chat/wire.ts';
import { code } from '../crm/codes.ts';
import { customFieldsOf } from '../crm/custom/fields.ts';
import type { LeadList } from '../crm/leads/list.ts';
import type { LeadView } from '../crm/leads/view.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { editAction } from './customer.ts';
import { actions, fact, moment, nextPage, sourceText } from './parts.ts';
import { profileFacts, type Teller } from './profile.ts';

const statusText = (t: Translator, status: string) => t.say(`choice.status.${status.toLowerCase()}` as Key);

export function leadCard({ t, custom }: Teller, lead: LeadView): Card {
  return {
    title: [`${code('lead', lead.id)} · `, { bold: lead.name }],
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...fact(t('field.status'), statusText(t, lead.status)),
          ...profileFacts(t, 'lead', lead, customFieldsOf(custom, 'lead')),
          ...(lead.owner ? [] : fact(t('field.owner'), t('deal.no_owner'))),
          ...fact(
            t('field.deal'),
            lead.deals.map((deal) => `${code('deal', deal.id)} ${deal.title}`).join(', '),
          ),
          ...fact(t('deal.created'), [moment(lead.createdAt)]),
        ],
      },
      ...actions(
        { label: t('action.log'), command: 'log.call', wire: { record: code('lead', lead.id) } },
        { label: t('action.note'), command: 'log.note', wire: { record: code('lead', lead.id) } },
        {
          label: t('action.deal'),
          style: 'primary',
          command: 'deal.add',
          // A long name is stored apart: the form is wanted all the same.
          wire: { lead: String(lead.id), title: lead.companyName ?? lead.name, [askKey]: '1' },
        },
        editAction(t, 'lead', lead.id),
      ),
    ],
  };
}

export function leadListCard(t: Translator, list: LeadList, next: Packed): Card {
  if (list.total === 0) return { title: [t('lead.none')], blocks: [] };
  const { left } = list;
  return {
    title: [t('lead.list', { count: list.total })],
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: '#', align: 'left' },
          { label: t('field.name'), align: 'left' },
          { label: t('field.source'), align: 'left' },
          { label: t('field.status'), align: 'left' },
          { label: t('field.owner'), align: 'left' },
          { label: t('deal.created'), align: 'right' },
        ],
        rows: list.rows.map((lead) => [
          [code('lead', lead.id)],
          [lead.companyName ? `${lead.name} (${lead.companyName})` : lead.name],
          [sourceText(t, lead.source)],
          [statusText(t, lead.status)],
          [lead.owner?.name ?? '–'],
          [moment(lead.createdAt, 'day')],
        ]),
        ...(left > 0 && { more: left }),
      },
      ...nextPage(t, list, next),
    ],
  };
}
