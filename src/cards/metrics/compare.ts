import type { Translator } from '../../i18n/index.ts';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { add, compare, decimal, print } from '../../lib/money/decimal.ts';
import type { Measured } from '../../metrics/measured.ts';
import { atGlance } from './words.ts';

/**
 * How a figure stands to that of the period before, in words: shares by points, money by percent, days and counts
 * by their difference. Nothing where there is no figure now.
 */
export function comparison(t: Translator, now: Measured, before: Measured): string | null {
  if (now.value === null) return null;
  if (before.value === null || before.unit !== now.unit) return t('compare.none');
  const order = compare(decimal(now.value), decimal(before.value));
  if (order === 0) return t('compare.same');
  const was = atGlance(t, before.value, before.unit);
  const change = changeText(t, now, before.value);
  if (change === undefined) return t('compare.from_nothing', { before: was });
  return t(order > 0 ? 'compare.up' : 'compare.down', { change, before: was });
}

function changeText(t: Translator, { value, unit }: Measured, before: string): string | undefined {
  const difference = print(add(decimal(value as string), negative(before))).replace(/^-/, '');
  if (unit === 'percent') return t('unit.points', { count: formatNumber(difference, t.locale, 1) });
  if (unit === 'days' || unit === 'count') return atGlance(t, difference, unit);
  return formatPercent(difference, before, t.locale, 1);
}

function negative(value: string) {
  const { units, scale } = decimal(value);
  return { units: -units, scale };
}
