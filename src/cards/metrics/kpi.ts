import type { Action, Card, Fact } from '../../chat/card.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Translator } from '../../i18n/index.ts';
import { dayOf, formatDay, type Period } from '../../lib/dates/index.ts';
import { formatNumber } from '../../lib/format.ts';
import type { Duration } from '../../metrics/durations.ts';
import type { ResponseTime } from '../../metrics/leads-response.ts';
import type { Measured } from '../../metrics/measured.ts';
import type { WinRate } from '../../metrics/win-rate.ts';
import type { WonByUnit } from '../../metrics/won-by.ts';
import { comparison } from './compare.ts';
import { figureOf } from './figure.ts';
import { type About, notes, wireOf } from './notes.ts';
import { wonChart } from './won-chart.ts';
import { atGlance, metricName, periodText, short, valueText } from './words.ts';

/** The headline numbers of a period. */
export interface Kpis {
  readonly revenue: Measured;
  readonly winRate: WinRate;
  readonly averageSize: Measured;
  readonly salesCycle: Duration;
  readonly timeToClose: Duration;
  readonly conversion: Measured;
  readonly newLeads: Measured;
  readonly toDeal: Measured;
  readonly mqlRate: Measured;
  readonly sqlRate: Measured;
  readonly response: ResponseTime;
}

export interface KpiReport {
  readonly period: Period;
  readonly now: Kpis;
  /** None where the period has no beginning. */
  readonly before?: { readonly period: Period; readonly kpis: Kpis } | undefined;
  readonly won: WonByUnit;
}

const shown = ['revenue', 'winRate', 'averageSize', 'salesCycle', 'timeToClose', 'conversion'] as const;
/** What became of the leads; nothing where there were none. */
const ofLeads = ['toDeal', 'mqlRate', 'sqlRate', 'response'] as const;
type Shown = (typeof shown)[number] | (typeof ofLeads)[number];

/** The numbers of a period, each beside the period before, with a way to see how it came about. */
export function kpiCard(t: Translator, report: KpiReport, about: About = {}): Card {
  const { now, before, period } = report;
  const { receipt } = now.revenue;
  const excluded = [...now.winRate.byValue.excluded, ...now.timeToClose.excluded];
  const names: readonly Shown[] = now.newLeads.count > 0 ? [...shown, ...ofLeads] : shown;
  const running = dayOf(receipt.asOf, receipt.zone) <= period.to;
  return {
    title: [titleOf(t, report)],
    blocks: [
      { kind: 'facts', facts: names.map((name) => factOf(t, name, now, before?.kpis)) },
      ...wonChart(t, report.won, period),
      ...notes(t, receipt, about, excluded, [
        ...(before
          ? [
              t(isEmpty(before.kpis) ? 'kpi.note.nothing_before' : 'kpi.note.compared', {
                period: periodText(t, before.period),
              }),
            ]
          : []),
        ...(running && before ? [t('kpi.note.running', { day: formatDay(period.to, t.locale) })] : []),
      ]),
      { kind: 'actions', actions: actionsOf(t, report, wireOf(about)) },
    ],
    metrics: Object.keys(now).map((name) =>
      figureOf(t, now[name as keyof Kpis], before?.kpis[name as keyof Kpis]),
    ),
  };
}

/** Before the first record there is nothing to compare with: said once, not under every number. */
const isEmpty = (kpis: Kpis) => shown.every((name) => kpis[name].count === 0);

function titleOf(t: Translator, { period: days, now }: KpiReport): string {
  const period = periodText(t, days);
  const won = now.winRate.numerator ?? '0';
  if (won === '0') return t('kpi.title_none', { period });
  const { value, unit, count } = now.revenue;
  if (value === null) return t('kpi.title_count', { period, count: formatNumber(won, t.locale) });
  // The deals whose amount this is: one in another currency is told of in the note.
  return t('kpi.title', { period, count: formatNumber(count, t.locale), value: short(t, value, unit) });
}

/** To be read at a glance: every digit, the median and what else there is to know stands in the receipt. */
function factOf(t: Translator, name: Shown, now: Kpis, before?: Kpis): Fact {
  const measured = now[name];
  const { value, unit } = measured;
  const { numerator, denominator } = measured;
  const number = (count: string | null) => formatNumber(count ?? 0, t.locale);
  const words = [
    unit === 'percent' && value !== null
      ? t('kpi.detail.share', { part: number(numerator), all: number(denominator) })
      : null,
    before ? comparison(t, measured, before[name]) : null,
  ].filter((text) => text !== null);
  return {
    label: metricName(t, measured.id),
    value: [
      { bold: value === null ? valueText(t, measured) : atGlance(t, value, unit) },
      ...words.map((text) => ` · ${text}`),
    ],
  };
}

/** A way to the receipt of any of them, and to the period before. */
function actionsOf(t: Translator, { period, before }: KpiReport, wire: Wire): Action[] {
  const range = ({ from, to }: Period) => `${from}..${to}`;
  return [
    { label: t('action.how'), command: 'kpi.how', wire: { period: range(period), ...wire } },
    ...(before
      ? [
          {
            label: t('action.before'),
            command: 'kpi' as const,
            wire: { period: range(before.period), ...wire },
          },
        ]
      : []),
  ];
}
