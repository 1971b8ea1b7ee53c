import type { Action, Card } from '../chat/card.ts';
import { askKey, type Packed, type Wire } from '../chat/wire.ts';
import { code } from '../crm/codes.ts';
import type { Ctx } from '../crm/context.ts';
import { customFieldsOf } from '../crm/custom/fields.ts';
import type { LeadList } from '../crm/leads/list.ts';
import type { LeadView } from '../crm/leads/view.ts';
import type { Translator } from '../i18n/index.ts';
import { withCompared } from './compared.ts';
import { editAction } from './customer.ts';
import { showAction } from './deal.ts';
import { actions, afterPage, fact, moment, newTask, noneCard, type Searched, sourceText } from './parts.ts';
import { profileFacts, type Teller } from './profile.ts';
import { qualificationFacts, responseText, statusText } from './qualification.ts';

/** A lead as it stands, with what can be done next; who may not change it is offered what anybody may do who sees it. */
export function leadCard(
  { t, custom, zone }: Teller & Pick<Ctx, 'zone'>,
  lead: LeadView,
  changes = true,
): Card {
  return {
    title: [`${code('lead', lead.id)} · `, { bold: lead.name }],
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...fact(t('field.status'), statusText(t, lead.status)),
          ...fact(t('field.reason'), lead.reason),
          ...qualificationFacts(t, lead),
          ...profileFacts(t, 'lead', lead, customFieldsOf(custom, 'lead')),
          ...(lead.owner ? [] : fact(t('field.owner'), t('deal.no_owner'))),
          // Whoever has begun to work on it needs no «accept».
          ...(lead.status === 'NEW' && lead.assignedAt && !lead.acceptedAt
            ? fact(t('lead.acceptance'), t('lead.waits'))
            : []),
          ...fact(
            t('field.contact'),
            lead.contact && `${code('contact', lead.contact.id)} ${lead.contact.name}`,
          ),
          ...fact(
            t('field.deal'),
            lead.deals.map((deal) => `${code('deal', deal.id)} ${deal.title}`).join(', '),
          ),
          ...fact(t('deal.created'), [moment(lead.createdAt)]),
          ...fact(t('lead.response'), responseText(t, lead, zone)),
        ],
      },
      ...actions(...leadActions(t, lead).filter(({ command }) => changes || !deciding.includes(command))),
    ],
  };
}

const deciding: readonly string[] = [
  'lead.qualify',
  'lead.convert',
  'lead.disqualify',
  'lead.edit',
  'deal.add',
];

/** What can be done next. The buttons that decide name the state they were made in. */
function leadActions(t: Translator, lead: LeadView): Action[] {
  const record = { record: code('lead', lead.id) };
  const logs: Action[] = [
    { label: t('action.log'), command: 'log.call', wire: record },
    { label: t('action.note'), command: 'log.note', wire: record },
    newTask(t, 'action.task', { kind: 'lead', id: lead.id }),
  ];
  const edit = editAction(t, 'lead', lead.id);
  if (lead.status === 'CONVERTED') return [...becomeActions(t, lead), ...logs, edit];
  const wire = { lead: String(lead.id), from: lead.status };
  if (lead.status === 'DISQUALIFIED') {
    const again = { ...wire, status: 'WORKING', [askKey]: '1' };
    return [{ label: t('action.again'), command: 'lead.qualify', wire: again, replace: true }, ...logs, edit];
  }
  return [
    { label: t('action.qualify'), command: 'lead.qualify', wire, replace: true },
    { label: t('action.convert'), command: 'lead.convert', wire, replace: true, style: 'primary' },
    ...logs,
    { label: t('action.disqualify'), command: 'lead.disqualify', wire, replace: true, style: 'danger' },
    edit,
    { label: t('action.assign'), command: 'lead.assign', wire: { lead: wire.lead, [askKey]: '1' } },
  ];
}

/** Ways to what a lead has become. One without a deal may still become one. */
function becomeActions(
  t: Translator,
  { id, name, companyName, contact, company, deals }: LeadView,
): Action[] {
  const deal: Action = {
    label: t('action.deal'),
    style: 'primary',
    command: 'deal.add',
    // A long name is stored apart: the form is wanted all the same.
    wire: {
      lead: String(id),
      title: companyName ?? name,
      ...(company && { company: String(company.id) }),
      ...(contact && { contact: String(contact.id) }),
      [askKey]: '1',
    },
  };
  return [
    ...(contact ? [showAction(t, 'contact', contact.id)] : []),
    ...(company ? [showAction(t, 'company', company.id)] : []),
    ...(deals.length ? deals.slice(0, 3).map(({ id }) => showAction(t, 'deal', id)) : [deal]),
  ];
}

/** `all` asks an export for what the list holds on all its pages; `searched` is what was typed to be looked for. */
export function leadListCard(
  t: Translator,
  list: LeadList,
  next: Packed,
  all: Wire = next.wire,
  searched?: Searched,
): Card {
  if (list.total === 0) return noneCard(t, t('lead.none'), next, searched);
  const { left } = list;
  return {
    title: [t('lead.list', { count: list.total })],
    blocks: [
      withCompared(t, list, {
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
      }),
      ...afterPage(t, list, next, { kind: 'leads', ...all }),
    ],
  };
}
