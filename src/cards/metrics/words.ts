import type { Key, Translator } from '../../i18n/index.ts';
import { addDays, beginning, type Day, formatDay, type Period } from '../../lib/dates/index.ts';
import { formatMoney, formatMoneyShort, formatNumber } from '../../lib/format.ts';
import type { Excluded, Measured, MetricId } from '../../metrics/measured.ts';

export const metricName = (t: Translator, id: MetricId) => t.say(`metric.${id}`);

/** A value in its unit: `63,15%`, `45 ngày`, `1.250.000.000 ₫`. */
export function inUnit(t: Translator, value: string, unit: string): string {
  return (
    counted(t, value, formatNumber(value, t.locale), unit) ??
    formatMoney({ amount: value, currency: unit }, t.locale)
  );
}

/** The same, to be read at a glance: `63,2%`, `45,1 ngày`, `1,25 tỷ ₫`. */
export function atGlance(t: Translator, value: string, unit: string): string {
  return counted(t, value, formatNumber(value, t.locale, 1), unit) ?? short(t, value, unit);
}

/** A number of anything but money. */
function counted(t: Translator, plain: string, number: string, unit: string): string | undefined {
  if (unit === 'percent') return `${number}%`;
  if (unit === 'days') return t('unit.days', { count: number });
  if (unit === 'minutes') return spanText(t, Number(plain));
  return unit === 'count' ? number : undefined;
}

/** A length of time in two units: `2 giờ 5 phút`, from two days up `3 ngày 4 giờ`; with `days` off in hours at most. */
export function spanText(t: Translator, minutes: number, days = true): string {
  const whole = Math.round(minutes);
  const long = days && whole >= 2880;
  const parts = [
    ...(long ? [['days', Math.floor(whole / 1440)] as const] : []),
    ['hours', Math.floor(long ? (whole % 1440) / 60 : whole / 60)] as const,
    ['minutes', whole % 60] as const,
  ];
  const first = parts.findIndex(([, count]) => count > 0);
  if (first < 0) return t('unit.minutes', { count: 0 });
  return parts
    .slice(first, first + 2)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => t(`unit.${unit}`, { count: formatNumber(count, t.locale) }))
    .join(' ');
}

/** For titles and charts: `1,25 tỷ ₫`. */
export const short = (t: Translator, amount: string, currency: string) =>
  formatMoneyShort({ amount, currency }, t.locale);

/** A figure's value, or – and why there is none. */
export function valueText(t: Translator, { value, unit, empty }: Measured): string {
  if (value !== null) return inUnit(t, value, unit);
  return empty ? `– (${t.say(`empty.${empty}`, { currency: unit })})` : '–';
}

/** `Tháng 11/2026`, `Quý 1/2017`, `6 tháng đầu năm 2026`, `Năm 2017`, one day, a range of days, or all until one. */
export function periodText(t: Translator, { from, to }: Period): string {
  if (from === beginning) return t('period.all', { day: formatDay(to, t.locale) });
  const [year = '', month = ''] = from.split('-');
  const next = addDays(to, 1);
  const months = from.endsWith('-01') && next.endsWith('-01') ? monthsBetween(from, next) : 0;
  const number = Number(month);
  if (months === 1) return t('period.month', { name: monthName(t, from), year });
  if (months === 3 && number % 3 === 1) return t('period.quarter', { number: (number + 2) / 3, year });
  if (months === 6 && number % 6 === 1)
    return t(number === 1 ? 'period.first_half' : 'period.second_half', { year });
  if (months === 12 && number === 1) return t('period.year', { year });
  if (from === to) return formatDay(from, t.locale);
  return t('period.range', { from: formatDay(from, t.locale), to: formatDay(to, t.locale) });
}

function monthsBetween(a: Day, b: Day): number {
  const count = (day: Day) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return count(b) - count(a);
}

function monthName(t: Translator, day: Day): string {
  if (t.locale === 'vi') return String(Number(day.slice(5, 7)));
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** What was left out and why, one phrase for each reason. */
export function excludedTexts(t: Translator, excluded: readonly Excluded[]): string[] {
  return excluded.map(({ reason, count, amount, currency }) =>
    t.say(`excluded.${reason}` satisfies Key, {
      count: formatNumber(count, t.locale),
      amount: amount && currency ? formatMoney({ amount, currency }, t.locale) : '',
    }),
  );
}
