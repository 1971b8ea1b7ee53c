import type { Action, Card, Fact } from '../../chat/card.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Translator } from '../../i18n/index.ts';
import { dayOf, formatDay, type Period } from '../../lib/dates/index.ts';
import { formatNumber } from '../../lib/format.ts';
import type { Duration } from '../../metrics/durations.ts';
import type { Measured } from '../../metrics/measured.ts';
import type { WinRate } from '../../metrics/win-rate.ts';
import type { WonByUnit } from '../../metrics/won-by.ts';
import { comparison } from './compare.ts';
import { figureOf } from './figure.ts';
import { type About, notes, wireOf } from './notes.ts';
import { wonChart } from './won-chart.ts';
import { inUnit, metricName, periodText, short, valueText } from './words.ts';

/** The headline numbers of a period. */
export interface Kpis {
  readonly revenue: Measured;
  readonly winRate: WinRate;
  readonly averageSize: Measured;
  readonly salesCycle: Duration;
  readonly timeToClose: Duration;
  readonly conversion: Measured;
  readonly newLeads: Measured;
}

export interface KpiReport {
  readonly period: Period;
  readonly previous: Period;
  readonly now: Kpis;
  readonly before: Kpis;
  readonly won: WonByUnit;
}

const shown = ['revenue', 'winRate', 'averageSize', 'salesCycle', 'timeToClose', 'conversion'] as const;

/** Six numbers of a period, each beside the period before, with a way to see how it came about. */
export function kpiCard(t: Translator, report: KpiReport, about: About = {}): Card {
  const { now, before, period, previous } = report;
  const { receipt } = now.revenue;
  const excluded = [...now.winRate.byValue.excluded, ...now.timeToClose.excluded];
  const running = dayOf(receipt.asOf, receipt.zone) <= period.to;
  return {
    title: [titleOf(t, report)],
    blocks: [
      { kind: 'facts', facts: shown.map((name) => factOf(t, name, now, before)) },
      ...wonChart(t, report.won, period),
      ...notes(t, receipt, about, excluded, [
        t(isEmpty(before) ? 'kpi.note.nothing_before' : 'kpi.note.compared', {
          period: periodText(t, previous),
        }),
        ...(running ? [t('kpi.note.running', { day: formatDay(period.to, t.locale) })] : []),
      ]),
      { kind: 'actions', actions: actionsOf(t, report, wireOf(about)) },
    ],
    metrics: Object.keys(now).map((name) => figureOf(t, now[name as keyof Kpis], before[name as keyof Kpis])),
  };
}

/** Before the first record there is nothing to compare with: said once, not under every number. */
const isEmpty = (kpis: Kpis) => shown.every((name) => kpis[name].count === 0);

function titleOf(t: Translator, { period: days, now }: KpiReport): string {
  const period = periodText(t, days);
  const won = now.winRate.numerator ?? '0';
  if (won === '0') return t('kpi.title_none', { period });
  const count = formatNumber(won, t.locale);
  const { value, unit } = now.revenue;
  if (value === null) return t('kpi.title_count', { period, count });
  return t('kpi.title', { period, count, value: short(t, value, unit) });
}

function factOf(t: Translator, name: (typeof shown)[number], now: Kpis, before: Kpis): Fact {
  const measured = now[name];
  const rest = [
    ...(measured.value === null ? [] : details(t, name, now)),
    comparison(t, measured, before[name]),
  ];
  const words = rest.filter((text) => text !== null);
  return {
    label: metricName(t, measured.id),
    value: [{ bold: valueText(t, measured) }, ...words.map((text) => ` · ${text}`)],
  };
}

function details(t: Translator, name: (typeof shown)[number], now: Kpis): string[] {
  const number = (value: string | number | null) => formatNumber(value ?? 0, t.locale);
  switch (name) {
    case 'revenue':
      return [t('kpi.detail.revenue', { count: number(now.winRate.numerator) })];
    case 'winRate': {
      const { numerator, denominator, byValue, open } = now.winRate;
      const value = byValue.value && inUnit(t, byValue.value, 'percent');
      return [
        t('kpi.detail.win_rate', { won: number(numerator), all: number(denominator) }),
        ...(value ? [t('kpi.detail.by_value', { value })] : []),
        t('kpi.detail.open', { count: number(open) }),
      ];
    }
    case 'averageSize':
      return [t('kpi.detail.average', { count: number(now.averageSize.count) })];
    case 'salesCycle':
    case 'timeToClose': {
      const { median, p90, count } = now[name];
      const days = (value: string | null) => inUnit(t, value ?? '0', 'days');
      return [t('kpi.detail.duration', { median: days(median), p90: days(p90), count: number(count) })];
    }
    case 'conversion': {
      const { numerator, denominator } = now.conversion;
      return [t('kpi.detail.conversion', { converted: number(numerator), all: number(denominator) })];
    }
  }
}

/** A way to each number's receipt, and to the period before. */
function actionsOf(t: Translator, { now, period, previous }: KpiReport, wire: Wire): Action[] {
  const range = ({ from, to }: Period) => `${from}..${to}`;
  return [
    ...shown.map((name) => ({
      label: t('action.how', { metric: metricName(t, now[name].id) }),
      command: 'kpi.how',
      wire: { metric: now[name].id, period: range(period), ...wire },
    })),
    { label: t('action.before'), command: 'kpi', wire: { period: range(previous), ...wire } },
  ];
}
