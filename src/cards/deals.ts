import type { Card, Table } from '../chat/card.ts';
import type { Packed, Wire } from '../chat/wire.ts';
import { code } from '../crm/codes.ts';
import type { DealList, ListedDeal } from '../crm/deals/list.ts';
import { stageName } from '../crm/deals/stages.ts';
import type { Translator } from '../i18n/index.ts';
import { formatMoneyShort } from '../lib/format.ts';
import { departmentText } from './departments.ts';
import { afterPage, day, moment, noneCard, type Searched } from './parts.ts';

/**
 * Deals as rows of a table; whose they are is left out where all are one person's, and the departments in charge of
 * their stages where that is one for all. Of deals that are all closed it says when they were, of others when they may
 * be, or when they were touched last.
 */
export function dealTable(
  t: Translator,
  rows: readonly ListedDeal[],
  more = 0,
  { owners = true, touched = false } = {},
): Table {
  const several = new Set(rows.map(({ department }) => department)).size > 1;
  const stage = (deal: ListedDeal) =>
    several && deal.department
      ? `${stageName(t.locale, deal)} · ${departmentText(t, deal.department)}`
      : stageName(t.locale, deal);
  const closed = rows.length > 0 && rows.every(({ kind }) => kind !== 'OPEN');
  const when = (deal: ListedDeal) => {
    if (touched) return moment(lastTouch(deal), 'day');
    return closed ? moment(deal.enteredAt, 'day') : (day(t, deal.expectedCloseOn) ?? '–');
  };
  return {
    kind: 'table',
    columns: [
      { label: '#', align: 'left' },
      { label: t('field.deal'), align: 'left' },
      { label: t('field.amount'), align: 'right' },
      { label: t('field.stage'), align: 'left' },
      ...(owners ? [{ label: t('field.owner'), align: 'left' } as const] : []),
      { label: t(touched ? 'timeline.last' : closed ? 'field.closed' : 'field.close'), align: 'right' },
    ],
    rows: rows.map((deal) => [
      [code('deal', deal.id)],
      [deal.company ? `${deal.title} (${deal.company})` : deal.title],
      [
        deal.amount === null
          ? '–'
          : formatMoneyShort({ amount: deal.amount, currency: deal.currency }, t.locale),
      ],
      [stage(deal)],
      ...(owners ? [[deal.owner ?? '–']] : []),
      [when(deal)],
    ]),
    ...(more > 0 && { more }),
  };
}

const lastTouch = ({ enteredAt, lastActivityAt }: ListedDeal) =>
  lastActivityAt && lastActivityAt > enteredAt ? lastActivityAt : enteredAt;

/** `all` asks an export for what the list holds on all its pages; `searched` is what was typed to be looked for. */
export function dealListCard(
  t: Translator,
  list: DealList,
  next: Packed,
  all: Wire = next.wire,
  searched?: Searched,
): Card {
  if (list.total === 0) return noneCard(t, t('deal.list_none'), next, searched);
  return {
    title: [t('deal.list', { count: list.total })],
    blocks: [
      dealTable(t, list.rows, list.left, { touched: list.touched }),
      ...afterPage(t, list, next, { kind: 'deals', ...all }),
    ],
  };
}
