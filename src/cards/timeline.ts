import type { Action, Block, Card, Fact } from '../chat/card.ts';
import type { Moment, Timeline } from '../crm/activities/timeline.ts';
import { code, type Kind } from '../crm/codes.ts';
import type { NextClose } from '../crm/deals/next.ts';
import { stageName } from '../crm/deals/stages.ts';
import type { NextStep } from '../crm/tasks/next.ts';
import type { Key, Translator } from '../i18n/index.ts';
import type { Text } from '../lib/span.ts';
import { actions, activityText, day, fact, moment } from './parts.ts';
import { nextFacts } from './tasks.ts';

/** How a record's card was asked for; its paging buttons ask the same way. */
export interface Asked {
  readonly kind: Kind;
  readonly id: number;
  readonly order: 'oldest' | 'newest';
  readonly share: 'me' | 'channel';
  readonly page?: number | undefined;
}

/** What is still to come: the next step, and of a customer the deal that is expected to close first. */
export interface Ahead {
  readonly step: NextStep;
  readonly close?: NextClose | null;
}

/** A record's card with its last and next touch, of a customer before all else, and its timeline above the buttons. */
export function withTimeline(
  t: Translator,
  card: Card,
  timeline: Timeline,
  asked: Asked,
  { step, close = null }: Ahead,
): Card {
  const buttons = card.blocks.filter((block) => block.kind === 'actions');
  const rest = card.blocks.filter((block) => block.kind !== 'actions');
  const touches = [
    ...fact(t('timeline.last'), timeline.lastTouch && [moment(timeline.lastTouch)]),
    ...nextFacts(t, step, asked.kind),
    ...fact(t('timeline.next'), close && t('timeline.closes', closing(t, close))),
  ];
  return {
    ...card,
    blocks: [
      ...withFacts(rest, touches, asked.kind === 'company' || asked.kind === 'contact'),
      ...timelineBlocks(t, timeline, asked),
      ...buttons,
    ],
  };
}

const closing = (t: Translator, { id, title, expectedCloseOn }: NextClose) => ({
  deal: `${code('deal', id)} ${title}`,
  day: day(t, expectedCloseOn) ?? '',
});

/** Facts before or behind the first ones of a card. */
function withFacts(blocks: readonly Block[], more: readonly Fact[], first: boolean): Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'facts');
  return blocks.map((block, i) =>
    i === at && block.kind === 'facts'
      ? { ...block, facts: first ? [...more, ...block.facts] : [...block.facts, ...more] }
      : block,
  );
}

/** What happened, a line each, in the order that was asked for; how much of it is shown, and the rest a press away. */
function timelineBlocks(t: Translator, timeline: Timeline, asked: Asked): Block[] {
  const { moments, total, earlier, later } = timeline;
  if (moments.length === 0) return [{ kind: 'note', text: [t('timeline.empty')] }];
  const whole = moments.length === total;
  const range = { count: total, from: earlier + 1, to: total - later };
  const lines = asked.order === 'newest' ? moments.toReversed() : moments;
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ bold: whole ? t('timeline.title', range) : t('timeline.part', range) }] },
    ...lines.map((m): Block => ({ kind: 'text', text: [moment(m.at), ' · ', ...line(t, m, asked.kind)] })),
    ...actions(...turning(t, timeline, asked)),
  ];
}

/** Turns the pages or the order; a timeline that is shown whole needs neither. */
function turning(t: Translator, { earlier, later }: Timeline, asked: Asked): Action[] {
  const { kind, id, page = 1, order, share } = asked;
  const to = (label: string, order: Asked['order'], page: number): Action => ({
    label,
    command: `${kind}.show`,
    wire: {
      [kind]: String(id),
      ...(page > 1 && { page: String(page) }),
      ...(order === 'newest' && { order }),
      ...(share === 'channel' && { share }),
    },
    replace: true,
  });
  const other = order === 'newest' ? 'oldest' : 'newest';
  return [
    ...(earlier ? [to(t('timeline.to_earlier', { count: earlier }), order, page + 1)] : []),
    ...(later ? [to(t('timeline.to_later', { count: later }), order, page - 1)] : []),
    ...(earlier || later ? [to(t(`timeline.${other}`), other, 1)] : []),
  ];
}

/** Which deal moved or which lead it was is said where the card is not about that one. */
function line(t: Translator, m: Moment, card: Kind): Text {
  if (m.kind === 'STAGE') {
    const entered = t.text('timeline.stage', { stage: { bold: stageName(t.locale, m) } });
    return [...(card === 'deal' ? [] : [m.deal, ': ']), ...entered, ...(m.reason ? [` (${m.reason})`] : [])];
  }
  if (m.kind === 'LEAD') {
    const state = t.say(`choice.status.${m.state.toLowerCase()}` as Key);
    return [
      ...(card === 'lead' ? [] : [m.lead, ': ']),
      ...t.text('timeline.lead', { state: { bold: state } }),
    ];
  }
  if (m.kind === 'OWNER') {
    const about = m.on && card !== 'deal' && card !== 'lead' ? [m.on, ': '] : [];
    return [...about, ownerText(t, m)];
  }
  const more = [m.outcome, m.minutes && t('timeline.minutes', { minutes: m.minutes }), m.by]
    .filter(Boolean)
    .join(', ');
  return [
    { bold: activityText(t, m.kind, m.inbound) },
    ...(m.on ? [` (${m.on})`] : []),
    `: ${m.text}`,
    ...(more ? [` (${more})`] : []),
  ];
}

function ownerText(t: Translator, { from, to }: Extract<Moment, { kind: 'OWNER' }>): string {
  if (from && to) return t('timeline.handed', { from, to });
  return to ? t('timeline.given', { to }) : t('timeline.ownerless', { from: from ?? '–' });
}
