import type { Block, Card, Table } from '../../chat/card.ts';
import type { Bar } from '../../chat/chart.ts';
import { stageName } from '../../crm/deals/stages.ts';
import type { Translator } from '../../i18n/index.ts';
import { dayOf, formatDay } from '../../lib/dates/index.ts';
import { formatNumber, formatShort } from '../../lib/format.ts';
import type { Text } from '../../lib/span.ts';
import type { Pipeline, PipelineStage } from '../../metrics/pipeline.ts';
import { figureOf } from './figure.ts';
import { type About, notes, wireOf } from './notes.ts';
import { inUnit, short } from './words.ts';

/** A chart is read at a glance up to about this many rows. */
const mostRows = 7;

/** Open deals by stage: the finding as the title, a chart, its figures as a table. */
export function pipelineCard(t: Translator, pipeline: Pipeline, about: About = {}): Card {
  const wire = wireOf(about);
  const { weighted, unit } = pipeline;
  const more = pipeline.count && weighted !== null ? [weightedText(t, weighted, unit)] : [];
  return {
    title: [pipelineTitle(t, pipeline)],
    blocks: [
      ...pipelineBlocks(t, pipeline),
      ...notes(t, pipeline.receipt, about, pipeline.excluded, more),
      {
        kind: 'actions',
        actions: [
          { label: t('action.deals'), command: 'deal.list', wire: wireOf({ owner: about.owner }) },
          { label: t('action.kpi'), command: 'kpi', wire },
        ],
      },
    ],
    metrics: [figureOf(t, pipeline)],
  };
}

const weightedText = (t: Translator, weighted: string, unit: string) =>
  t('pipeline.weighted', { value: short(t, weighted, unit) });

/** `Đang mở 5,02 tỷ ₫ trong 109 cơ hội`. */
export function pipelineTitle(t: Translator, { count, value, unit }: Pipeline): string {
  if (count === 0) return t('pipeline.title_none');
  const deals = formatNumber(count, t.locale);
  return value === null
    ? t('pipeline.title_count', { count: deals })
    : t('pipeline.title', { value: short(t, value, unit), count: deals });
}

/** The chart and the table of a pipeline; nothing where no deal is open. */
export function pipelineBlocks(t: Translator, pipeline: Pipeline): Block[] {
  if (pipeline.count === 0) return [];
  const title = pipelineTitle(t, pipeline);
  const { asOf, zone } = pipeline.receipt;
  const day = formatDay(dayOf(asOf, zone), t.locale);
  const subtitle = t(pipeline.value === null ? 'pipeline.subtitle_count' : 'pipeline.subtitle', { day });
  const rows = bars(t, pipeline);
  const table: Table = {
    kind: 'table',
    columns: columns(t).slice(0, 3),
    rows: tableRows(t, pipeline).map((row) => row.slice(0, 3)),
  };
  return [
    {
      kind: 'chart',
      chart: { kind: 'bars', title, subtitle, rows },
      alt: `${title}. ${altText(rows)}`,
      table,
    },
    { kind: 'table', columns: columns(t), rows: tableRows(t, pipeline) },
  ];
}

const altText = (rows: readonly Bar[]) =>
  `${rows.map((row) => [row.label, row.text, row.note].filter(Boolean).join(' ')).join('; ')}.`;

const columns = (t: Translator): Table['columns'] => [
  { label: t('field.stage'), align: 'left' },
  { label: t('pipeline.column.count'), align: 'right' },
  { label: t('pipeline.column.value'), align: 'right' },
  { label: t('pipeline.column.weighted'), align: 'right' },
  { label: t('pipeline.column.days'), align: 'right' },
];

function tableRows(t: Translator, { stages, unit }: Pipeline): Text[][] {
  const amount = (value: string | null) => (value === null ? '–' : inUnit(t, value, unit));
  return stages.map((stage) => [
    [labelOf(t, stage)],
    [formatNumber(stage.count, t.locale)],
    [amount(stage.value)],
    [amount(stage.weighted)],
    [stage.meanDays === null ? '–' : formatNumber(stage.meanDays, t.locale, 1)],
  ]);
}

function labelOf(t: Translator, stage: PipelineStage): string {
  const name = stageName(t.locale, stage);
  return stage.pipeline ? `${stageName(t.locale, stage.pipeline)} · ${name}` : name;
}

/** Bars by value, by number where there are no amounts. More than fit into a chart: the smallest become one row. */
function bars(t: Translator, pipeline: Pipeline): Bar[] {
  const byCount = pipeline.value === null;
  const size = (stage: PipelineStage) => (byCount ? stage.count : Number(stage.value ?? 0));
  const text = (n: number) => (byCount ? formatNumber(n, t.locale) : formatShort(String(n), t.locale));
  const bar = (label: string, stages: readonly PipelineStage[], tone: Bar['tone']): Bar => {
    const value = stages.reduce((sum, stage) => sum + size(stage), 0);
    const count = stages.reduce((sum, stage) => sum + stage.count, 0);
    const note = t('pipeline.row_note', { count: formatNumber(count, t.locale) });
    return { label, value, text: text(value), ...(!byCount && { note }), tone };
  };
  const { stages } = pipeline;
  const largest = [...stages].sort((a, b) => size(b) - size(a)).slice(0, mostRows - 1);
  const own = stages.length <= mostRows ? stages : stages.filter((stage) => largest.includes(stage));
  const others = stages.filter((stage) => !own.includes(stage));
  return [
    ...own.map((stage) => bar(labelOf(t, stage), [stage], 'main')),
    ...(others.length ? [bar(t('pipeline.others'), others, 'muted')] : []),
  ];
}
