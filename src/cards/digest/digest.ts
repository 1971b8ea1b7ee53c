import type { Block, Card } from '../../chat/card.ts';
import type { Need } from '../../crm/deals/needs.ts';
import { stageName } from '../../crm/deals/stages.ts';
import { saidBefore } from '../../crm/filter/said.ts';
import type { Translator } from '../../i18n/index.ts';
import { dayOf, formatDay } from '../../lib/dates/index.ts';
import { formatNumber } from '../../lib/format.ts';
import type { NeedyDeal } from '../../metrics/attention.ts';
import type { DailyPipeline } from '../../metrics/daily-pipeline.ts';
import type { Move } from '../../metrics/moved.ts';
import { figureOf } from '../metrics/figure.ts';
import { notes } from '../metrics/notes.ts';
import { pipelineBlocks } from '../metrics/pipeline.ts';
import { valueText } from '../metrics/words.ts';
import { actions, day } from '../parts.ts';
import { group, named } from './named.ts';
import { order, story } from './story.ts';

/** The daily pipeline of a channel, or null where there is nothing to say at all. `viewer` is who asks, by name. */
export function digestCard(t: Translator, daily: DailyPipeline, viewer?: string): Card | null {
  const { open, moved, won, wonBefore, asOf } = daily;
  if (!open.count && !moved.length && !won.count && !wonBefore.count) return null;
  const { zone } = open.receipt;
  const told = story(t, daily);
  return {
    title: [t('digest.title', { day: formatDay(dayOf(asOf, zone), t.locale) })],
    summary: told,
    blocks: [
      { kind: 'text', text: [{ bold: told }] },
      {
        kind: 'facts',
        facts: [
          { label: t('metric.deals.pipeline'), value: [openText(t, daily)] },
          { label: t('digest.won'), value: [wonText(t, daily)] },
        ],
      },
      ...pipelineBlocks(t, open),
      ...moves(t, daily),
      ...attentionBlocks(t, daily),
      ...notes(t, open.receipt, { viewer }, open.excluded),
      ...actions({ label: t('title.pipeline'), command: 'pipeline', wire: {} }),
    ],
    metrics: [figureOf(t, open, daily.openBefore), figureOf(t, won, wonBefore)],
  };
}

function openText(t: Translator, { open }: DailyPipeline): string {
  const count = formatNumber(open.count, t.locale);
  return t('digest.open', { value: valueText(t, open), count });
}

function wonText(t: Translator, { won, wonBefore }: DailyPipeline): string {
  return t('digest.won.value', {
    value: valueText(t, won),
    count: formatNumber(won.count, t.locale),
    before: valueText(t, wonBefore),
    beforeCount: formatNumber(wonBefore.count, t.locale),
  });
}

function moves(t: Translator, { moved }: DailyPipeline): Block[] {
  const groups = order.flatMap((kind) => moved.filter((one) => one.kind === kind));
  if (!groups.length) return [];
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ bold: t('digest.moved') }] },
    ...groups.map(({ kind, count, deals }) =>
      group(
        t,
        t(`digest.moved.${kind}`),
        count,
        deals.map((deal) => named(t, deal, whither(t, deal))),
      ),
    ),
  ];
}

/** Where an open deal went to; of the others their group says it. */
function whither(t: Translator, { kind, toVi, toEn }: Move): string | undefined {
  if (kind === 'won' || kind === 'lost' || kind === 'new') return undefined;
  return ` → ${stageName(t.locale, { nameVi: toVi, nameEn: toEn })}`;
}

function attentionBlocks(t: Translator, { attention }: DailyPipeline): Block[] {
  if (!attention.length) return [];
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ bold: t('digest.attention') }] },
    ...attention.map(({ reason, count, deals }) =>
      group(
        t,
        t(`digest.attention.${reason}`),
        count,
        deals.map((deal) => named(t, deal, matter(t, reason, deal))),
      ),
    ),
    ...actions(
      ...attention
        .filter(({ count, deals }) => count > deals.length)
        .map(({ reason, count }) => ({
          label: `${t(`digest.attention.${reason}`)} (${formatNumber(count, t.locale)})`,
          command: 'deal.list' as const,
          wire: { filter: saidBefore(undefined, { needs: reason }) },
        })),
    ),
  ];
}

function matter(t: Translator, reason: Need, { expectedCloseOn }: NeedyDeal): string | undefined {
  const overdue = reason === 'overdue' ? day(t, expectedCloseOn) : null;
  return overdue ? `, ${t('digest.overdue', { day: overdue })}` : undefined;
}
