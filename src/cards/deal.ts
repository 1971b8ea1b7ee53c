import type { Action, Card } from '../chat/card.ts';
import { askKey } from '../chat/wire.ts';
import { code } from '../crm/codes.ts';
import type { Ctx } from '../crm/context.ts';
import { customFieldsOf } from '../crm/custom/fields.ts';
import { stageName } from '../crm/deals/stages.ts';
import type { DealView } from '../crm/deals/view.ts';
import type { Department } from '../crm/pipelines/departments.ts';
import type { Translator } from '../i18n/index.ts';
import { type Day, dayOf, formatDay } from '../lib/dates/index.ts';
import { departmentText } from './departments.ts';
import { overdueBlocks, type Today } from './overdue.ts';
import { actions, day, fact, moment, money, newTask, sourceText } from './parts.ts';
import { customFacts, type Teller } from './profile.ts';

/**
 * A deal as it stands, with what can be done next. Its buttons name the state they were made in. Who may not change
 * it is offered what anybody may do who sees it.
 */
export function dealCard(teller: Teller & Today, deal: DealView, changes = true): Card {
  const { t, custom } = teller;
  const closed = deal.stage.kind !== 'OPEN';
  const late = closed ? [] : overdueBlocks(teller, deal.company?.debt ?? null);
  const open = late.length ? 'warn' : 'plain';
  return {
    title: [`${code('deal', deal.id)} · `, { bold: deal.title }],
    tone: deal.stage.kind === 'WON' ? 'good' : deal.stage.kind === 'LOST' ? 'bad' : open,
    blocks: [
      ...late,
      {
        kind: 'facts',
        facts: [
          ...fact(t('field.stage'), [
            ...t.text('deal.stage', {
              stage: { bold: stageName(t.locale, deal.stage) },
              since: moment(deal.event.at, 'day'),
            }),
            ...inCharge(t, deal.stage.department),
          ]),
          ...fact(t('field.amount'), money(t, deal.amount) ?? t('deal.no_amount')),
          ...fact(t('field.reason'), closed ? deal.event.reason : null),
          ...fact(t('field.company'), deal.company?.name),
          ...fact(t('field.contact'), deal.contact?.name),
          ...fact(t('field.lead'), deal.lead && `${code('lead', deal.lead.id)} · ${deal.lead.name}`),
          ...fact(t('field.owner'), deal.owner?.name ?? t('deal.no_owner')),
          ...fact(t('field.product'), deal.product?.name),
          ...fact(t('field.source'), deal.source && sourceText(t, deal.source)),
          ...fact(t('field.close'), closed ? null : day(t, deal.expectedCloseOn)),
          ...customFacts(t, deal.custom, customFieldsOf(custom, 'deal')),
          ...fact(t('deal.created'), [moment(deal.createdAt, 'day')]),
        ],
      },
      ...actions(...(closed ? closedActions(t, deal) : openActions(t, deal)).filter(changes ? all : logs)),
    ],
  };
}

const inCharge = (t: Translator, department: Department | null) =>
  department ? [` · ${t('deal.in_charge', { department: departmentText(t, department) })}`] : [];

const all = () => true;
const logs = ({ command }: Action) => command.startsWith('log.') || command === 'task.add';

function openActions(t: Translator, { id, event }: DealView): Action[] {
  const wire = { deal: String(id), from: String(event.id) };
  return [
    { label: t('action.move'), command: 'deal.move', wire, replace: true },
    // What it is worth in the end is often not what was quoted.
    {
      label: t('action.won'),
      command: 'deal.won',
      wire: { ...wire, [askKey]: '1' },
      replace: true,
      style: 'primary',
    },
    { label: t('action.lost'), command: 'deal.lost', wire, replace: true, style: 'danger' },
    { label: t('action.log'), command: 'log.call', wire: { record: code('deal', id) } },
    newTask(t, 'action.task', { kind: 'deal', id }),
    { label: t('action.edit'), command: 'deal.edit', wire: { deal: String(id) }, replace: true },
  ];
}

function closedActions(t: Translator, { id, event }: DealView): Action[] {
  return [
    {
      label: t('action.reopen'),
      command: 'deal.reopen',
      wire: { deal: String(id), from: String(event.id) },
      replace: true,
    },
    { label: t('action.note'), command: 'log.note', wire: { record: code('deal', id) } },
    newTask(t, 'action.task', { kind: 'deal', id }),
  ];
}

/** What was done, and where an expected close was said that lies in the past, that it does: it may be a slip. */
export function withPassed(
  { t, now, zone }: Pick<Ctx, 't' | 'now' | 'zone'>,
  said: string,
  close?: Day | null,
) {
  if (!close || close >= dayOf(now, zone)) return [said];
  return [said, ' ', t('close.passed', { day: formatDay(close, t.locale) })];
}

/** Opens the card of a record. */
export const showAction = (
  t: Translator,
  kind: 'deal' | 'lead' | 'contact' | 'company',
  id: number,
): Action => ({
  label: t('action.show', { record: code(kind, id) }),
  command: `${kind}.show`,
  wire: { [kind]: String(id) },
});
