import type { Translator } from '../../i18n/index.ts';
import { formatMoment } from '../../lib/dates/index.ts';
import { formatNumber } from '../../lib/format.ts';
import { add, compare, decimal, print } from '../../lib/money/decimal.ts';
import type { DailyPipeline } from '../../metrics/daily-pipeline.ts';
import { short } from '../metrics/words.ts';

/** The order in which moves are told: what was gained and lost, then what happened on the way. */
export const order = ['won', 'lost', 'new', 'advanced', 'slipped', 'reopened'] as const;

/** One sentence: how the open pipeline changed since then, and by what. */
export function story(t: Translator, { open, openBefore, moved, ...daily }: DailyPipeline): string {
  const since = formatMoment(daily.since, open.receipt.zone, t.locale);
  const told = order.flatMap((kind) => moved.filter((group) => group.kind === kind));
  const moves = told.length
    ? told
        .map(({ kind, count }) => t(`digest.moves.${kind}`, { count: formatNumber(count, t.locale) }))
        .join(', ')
    : t('digest.moves.none');
  if (open.value === null || openBefore.value === null)
    return t('digest.story.counted', { count: formatNumber(open.count, t.locale), moves, since });
  const value = short(t, open.value, open.unit);
  const before = decimal(openBefore.value);
  const change = add(decimal(open.value), { ...before, units: -before.units });
  const direction = compare(change, decimal('0'));
  if (direction === 0) return t('digest.story.level', { value, moves, since });
  const by = short(t, print(change).replace(/^-/, ''), open.unit);
  return t(direction > 0 ? 'digest.story.up' : 'digest.story.down', { change: by, value, moves, since });
}
