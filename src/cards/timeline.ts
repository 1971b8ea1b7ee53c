import type { Block, Card } from '../chat/card.ts';
import type { Moment, Timeline } from '../crm/activities/timeline.ts';
import { stageName } from '../crm/deals/stages.ts';
import type { Translator } from '../i18n/index.ts';
import type { Text } from '../lib/span.ts';
import { moment } from './parts.ts';

/** A record's card with its timeline above the buttons. */
export function withTimeline(t: Translator, card: Card, timeline: Timeline, deals = false): Card {
  const buttons = card.blocks.filter((block) => block.kind === 'actions');
  const rest = card.blocks.filter((block) => block.kind !== 'actions');
  return { ...card, blocks: [...rest, ...timelineBlocks(t, timeline, deals), ...buttons] };
}

/** What happened, oldest first, a line each; `deals` says which deal moved where a card is not about one. */
function timelineBlocks(t: Translator, { moments, earlier }: Timeline, deals: boolean): Block[] {
  if (moments.length === 0) return [{ kind: 'note', text: [t('timeline.empty')] }];
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ bold: t('timeline.title') }] },
    ...(earlier ? [{ kind: 'note', text: [t('timeline.earlier', { count: earlier })] } as const] : []),
    ...moments.map((m): Block => ({ kind: 'text', text: [moment(m.at), ' · ', ...line(t, m, deals)] })),
  ];
}

function line(t: Translator, m: Moment, deals: boolean): Text {
  if (m.kind === 'STAGE') {
    const entered = t.text('timeline.stage', { stage: { bold: stageName(t.locale, m) } });
    return [...(deals ? [m.deal, ': '] : []), ...entered, ...(m.reason ? [` (${m.reason})`] : [])];
  }
  const more = [m.outcome, m.minutes && t('timeline.minutes', { minutes: m.minutes }), m.by]
    .filter(Boolean)
    .join(', ');
  return [{ bold: t(`activity.${m.kind}`) }, `: ${m.text}`, ...(more ? [` (${more})`] : [])];
}
