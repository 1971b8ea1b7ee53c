import type { Action, Card } from '../chat/card.ts';
import type { HandedOver, Share } from '../crm/handover/hand-over.ts';
import type { Translator } from '../i18n/index.ts';
import { formatMoneyShort } from '../lib/format.ts';
import { actions, fact, undoAction } from './parts.ts';

const valueText = (t: Translator, { value }: Share) =>
  value.map((money) => formatMoneyShort(money, t.locale)).join(' + ') || '–';

/** The report of a hand-over: how many of each went to whom, and what their open deals are worth. */
export function handoverCard(t: Translator, { from, shares }: HandedOver, change: number): Card {
  return {
    title: [t('handover.done', { name: from.name })],
    tone: 'good',
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: t('field.to'), align: 'left' },
          { label: t('help.group.deal'), align: 'right' },
          { label: t('handover.value'), align: 'right' },
          { label: t('help.group.lead'), align: 'right' },
          { label: t('help.group.contact'), align: 'right' },
          { label: t('help.group.company'), align: 'right' },
          { label: t('help.group.task'), align: 'right' },
        ],
        rows: shares.map((share) => [
          [share.member.name],
          [String(share.counts.deal)],
          [valueText(t, share)],
          [String(share.counts.lead)],
          [String(share.counts.contact)],
          [String(share.counts.company)],
          [String(share.counts.task)],
        ]),
      },
      ...actions(
        ...shares.slice(0, 4).map(
          ({ member }): Action => ({
            label: t('action.deals_of', { name: member.name }),
            command: 'deal.list',
            wire: { owner: `m${member.id}` },
          }),
        ),
        undoAction(t, change),
      ),
    ],
  };
}

/** What somebody gets to whom records were handed over. */
export function takenOverCard(t: Translator, from: string, share: Share): Card {
  const owner = `m${share.member.id}`;
  const { deal, lead, contact, company, task } = share.counts;
  return {
    title: [t('handover.yours', { name: from })],
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...fact(t('help.group.deal'), deal ? `${deal} (${valueText(t, share)})` : null),
          ...fact(t('help.group.lead'), lead ? String(lead) : null),
          ...fact(t('help.group.contact'), contact ? String(contact) : null),
          ...fact(t('help.group.company'), company ? String(company) : null),
          ...fact(t('help.group.task'), task ? String(task) : null),
        ],
      },
      ...actions(
        { label: t('title.deal.list'), command: 'deal.list', wire: { owner } },
        { label: t('title.lead.list'), command: 'lead.list', wire: { owner } },
        ...(task ? [{ label: t('title.task.list'), command: 'task.list', wire: {} }] : []),
      ),
    ],
  };
}

/** Offered when somebody's access has ended. */
export const handoverAction = (t: Translator, memberId: number): Action => ({
  label: t('title.crm.handover'),
  command: 'crm.handover',
  wire: { member: `m${memberId}` },
});
