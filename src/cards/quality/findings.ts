import type { Action, Block } from '../../chat/card.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Translator } from '../../i18n/index.ts';
import { dayOf, formatDay } from '../../lib/dates/index.ts';
import { formatNumber } from '../../lib/format.ts';
import type { Quality } from '../../metrics/quality/score.ts';
import { atGlance } from '../metrics/words.ts';
import { ruleText } from './words.ts';

/** How many findings there were of each rule, at another time. */
export type Counts = Readonly<Partial<Record<string, number>>>;

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
export function findingsBlocks(t: Translator, { findings, receipt }: Quality, before?: Counts): Block[] {
  const found = findings.filter(({ rule, count }) => count > 0 || before?.[rule]);
  const [most] = found;
  if (!most?.count) return found.length ? [tableOf(t, found, before)] : [];
  const number = (count: number) => formatNumber(count, t.locale);
  const title = t('quality.chart', { rule: ruleText(t, most.rule), count: number(most.count) });
  const day = formatDay(dayOf(receipt.asOf, receipt.zone), t.locale);
  const rows = found.map(({ rule, count }) => ({
    label: ruleText(t, rule),
    value: count,
    text: number(count),
    tone: 'main' as const,
  }));
  const table = tableOf(t, found, before);
  return [
    {
      kind: 'chart',
      chart: { kind: 'bars', title, subtitle: t('quality.chart.subtitle', { day }), rows },
      alt: `${title}. ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}.`,
      table,
    },
    table,
  ];
}

function tableOf(t: Translator, found: Quality['findings'], before: Counts | undefined) {
  const number = (count: number) => [formatNumber(count, t.locale)];
  return {
    kind: 'table' as const,
    columns: [
      { label: t('field.finding'), align: 'left' as const },
      { label: t('quality.column.count'), align: 'right' as const },
      ...(before ? [{ label: t('quality.column.before'), align: 'right' as const }] : []),
    ],
    rows: found.map(({ rule, count }) => [
      [ruleText(t, rule)],
      number(count),
      ...(before ? [number(before[rule] ?? 0)] : []),
    ]),
  };
}

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
