import type { Action, Block, Table } from '../../chat/card.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Translator } from '../../i18n/index.ts';
import { dayOf, formatDay } from '../../lib/dates/index.ts';
import { formatNumber } from '../../lib/format.ts';
import { percent } from '../../metrics/exact.ts';
import type { Finding, Quality } from '../../metrics/quality/score.ts';
import { atGlance } from '../metrics/words.ts';
import { ruleText } from './words.ts';

/** How many findings there were of each rule, at another time. */
export type Counts = Readonly<Partial<Record<string, number>>>;

/** More bars are not taken in at a glance; the table has all. */
const mostBars = 7;

/** `Chất lượng dữ liệu 62,5%: 10 trong 16 hồ sơ không có lỗi`. */
export function qualityTitle(t: Translator, { value, unit, numerator, denominator }: Quality): string {
  if (value === null) return t('quality.none');
  const number = (count: string | null) => formatNumber(count ?? 0, t.locale);
  return t('quality.title', {
    value: atGlance(t, value, unit),
    part: number(numerator),
    all: number(denominator),
  });
}

/** What is found, most first, as a chart and as a table; `before` is what was found at the last audit. */
export function findingsBlocks(t: Translator, quality: Quality, before?: Counts): Block[] {
  const { receipt } = quality;
  const found = quality.findings.filter(({ rule, count }) => count > 0 || before?.[rule]);
  const [most] = found;
  if (!most) return [];
  const title = t('quality.chart', {
    rule: ruleText(t, most.rule),
    count: formatNumber(most.count, t.locale),
  });
  const day = formatDay(dayOf(receipt.asOf, receipt.zone), t.locale);
  const rows = found.slice(0, mostBars).map(({ rule, count }) => ({
    label: ruleText(t, rule),
    value: count,
    text: formatNumber(count, t.locale),
    tone: 'main' as const,
  }));
  const [rule, count, ...more] = columnsOf(t, quality, before);
  const chart: Block = {
    kind: 'chart',
    chart: { kind: 'bars', title, subtitle: t('quality.chart.subtitle', { day }), rows },
    alt: `${title}. ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}.`,
    table: tableOf(found, [rule, count]),
  };
  return [...(most.count ? [chart] : []), tableOf(found, [rule, count, ...more])];
}

interface Column {
  readonly label: string;
  readonly align: 'left' | 'right';
  text(finding: Finding): string;
}

/** The rule and its number of records first. */
function columnsOf(t: Translator, { denominator }: Quality, before?: Counts): [Column, Column, ...Column[]] {
  const number = (label: string, text: Column['text']): Column => ({ label, align: 'right', text });
  return [
    { label: t('field.finding'), align: 'left', text: ({ rule }) => ruleText(t, rule) },
    number(t('quality.column.count'), ({ count }) => formatNumber(count, t.locale)),
    number(t('quality.column.share'), ({ count }) =>
      atGlance(t, percent(count, denominator ?? 0) ?? '0', 'percent'),
    ),
    ...(before
      ? [number(t('quality.column.before'), ({ rule }) => formatNumber(before[rule] ?? 0, t.locale))]
      : []),
  ];
}

const tableOf = (found: readonly Finding[], columns: readonly Column[]): Table => ({
  kind: 'table',
  columns: columns.map(({ label, align }) => ({ label, align })),
  rows: found.map((finding) => columns.map(({ text }) => [text(finding)])),
});

/** A way through the records of each rule that is broken; the first is where to begin. */
export const walkActions = (t: Translator, { findings }: Quality, wire: Wire): Action[] =>
  findings
    .filter(({ count }) => count > 0)
    .map(({ rule, count }, i) => ({
      label: t('quality.walk', { rule: ruleText(t, rule), count: formatNumber(count, t.locale) }),
      command: 'crm.findings',
      wire: { finding: rule, ...wire },
      ...(i === 0 && { style: 'primary' as const }),
    }));
