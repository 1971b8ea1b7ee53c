import type { Block } from '../../chat/card.ts';
import type { Point } from '../../chat/chart.ts';
import type { Translator } from '../../i18n/index.ts';
import type { Period } from '../../lib/dates/index.ts';
import { unitFrom } from '../../lib/dates/period.ts';
import { formatShort } from '../../lib/format.ts';
import type { WonByUnit, WonIn } from '../../metrics/won-by.ts';
import { inUnit, periodText, short } from './words.ts';

/** Won revenue through the period as a line; nothing where there is no line to draw. */
export function wonChart(t: Translator, { unit, currency, buckets }: WonByUnit, period: Period): Block[] {
  const begun = buckets.filter(({ value }) => value !== null);
  const best = begun.reduce<WonIn | undefined>(
    (most, bucket) => (Number(bucket.value) > Number(most?.value ?? 0) ? bucket : most),
    undefined,
  );
  if (begun.length < 2 || !best) return [];
  const value = short(t, best.value as string, currency);
  const title =
    unit === 'week'
      ? t('kpi.chart.week', { day: pointLabel(t, best, unit), value })
      : t('kpi.chart.month', { month: lowered(t, periodText(t, monthOf(best.period))), value });
  const named = { period: periodText(t, period) };
  const points = buckets.map((bucket): Point => {
    const { value } = bucket;
    return {
      label: pointLabel(t, bucket, unit),
      value: value === null ? null : Number(value),
      text: value === null ? '' : formatShort(value, t.locale),
    };
  });
  const rows = begun.map((bucket) =>
    [periodText(t, bucket.period), inUnit(t, bucket.value as string, currency)].map((text) => [text]),
  );
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'trend',
        title,
        subtitle: unit === 'week' ? t('kpi.chart.by_week', named) : t('kpi.chart.by_month', named),
        points,
      },
      alt: `${title}. ${points
        .map(({ label, text }) => (text ? `${label} ${text}` : ''))
        .filter(Boolean)
        .join('; ')}.`,
      table: {
        kind: 'table',
        columns: [
          { label: t('field.period'), align: 'left' },
          { label: t('metric.revenue.won'), align: 'right' },
        ],
        rows,
      },
    },
  ];
}

/** The whole month of a bucket that the period may have cut. */
function monthOf({ from }: Period): Period {
  const first = `${from.slice(0, 7)}-01`;
  return unitFrom(first, 'month');
}

/** Inside a Vietnamese sentence a month is written small. */
const lowered = (t: Translator, text: string) => (t.locale === 'vi' ? text.toLowerCase() : text);

function pointLabel(t: Translator, { period: { from } }: WonIn, unit: WonByUnit['unit']): string {
  const [, month = '', day = ''] = from.split('-');
  if (t.locale === 'vi') return unit === 'week' ? `${day}/${month}` : `T${Number(month)}`;
  const options =
    unit === 'week' ? ({ day: 'numeric', month: 'short' } as const) : ({ month: 'short' } as const);
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(from));
}
