import type { Translator } from '../../i18n/index.ts';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { add, compare, type Decimal, decimal, divide, print } from '../../lib/money/decimal.ts';
import type { Measured } from '../../metrics/measured.ts';
import { atGlance } from './words.ts';

type Value = Pick<Measured, 'value' | 'unit'>;

/**
 * How a figure stands to that of the period before, in words: shares by points, money by percent, days and counts
 * by their difference. Shares and days are compared as they are shown, so that the words add up for whoever
 * reads them. Nothing where there is no figure now.
 */
export function comparison(t: Translator, { value, unit }: Value, before: Value): string | null {
  if (value === null) return null;
  if (before.value === null || before.unit !== unit) return t('compare.none');
  const digits = unit === 'minutes' ? 0 : unit === 'percent' || unit === 'days' ? 1 : undefined;
  const shown = (text: string) =>
    digits === undefined ? decimal(text) : divide(decimal(text), decimal('1'), digits);
  const [now, past] = [shown(value), shown(before.value)];
  const order = compare(now, past);
  if (order === 0) return t('compare.same');
  const was = atGlance(t, before.value, unit);
  const difference = print(add(now, negative(past))).replace(/^-/, '');
  const change = changeText(t, difference, before.value, unit);
  if (change === undefined) return t('compare.from_nothing', { before: was });
  return t(order > 0 ? 'compare.up' : 'compare.down', { change, before: was });
}

function changeText(t: Translator, difference: string, before: string, unit: string): string | undefined {
  if (unit === 'percent') return t('unit.points', { count: formatNumber(difference, t.locale, 1) });
  if (unit === 'days' || unit === 'minutes' || unit === 'count') return atGlance(t, difference, unit);
  return formatPercent(difference, before, t.locale, 1);
}

const negative = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });
