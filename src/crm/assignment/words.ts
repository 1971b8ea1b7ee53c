import type { Translator } from '../../i18n/index.ts';
import { formatDay } from '../../lib/dates/index.ts';
import type { Decision } from './assigner.ts';
import type { Skipped } from './choose.ts';

/** «Lan: by turns (rule 2); Minh is away until 2 Dec». Reasons alone where nobody was chosen. */
export function whyText(t: Translator, { chosen, method, rule, skipped, from }: Decision): string {
  const how = t(method === 'WORKLOAD' ? 'assign.by.workload' : 'assign.by.turns');
  return [
    ...(chosen ? [t('assign.why', { name: chosen.name, how, rule })] : []),
    ...skipped.map((one) => skippedText(t, one)),
    ...(from ? [t('assign.first_in')] : []),
  ].join('; ');
}

function skippedText(t: Translator, one: Skipped): string {
  const { name } = one;
  switch (one.why) {
    case 'ended':
      return t('assign.skip.ended', { name });
    case 'off':
      return t('assign.skip.off', { name });
    case 'full':
      return t('assign.skip.full', { name, open: one.open, capacity: one.capacity });
    case 'away':
      return one.until
        ? t('assign.skip.away', { name, day: formatDay(one.until, t.locale) })
        : t('assign.skip.away_open', { name });
  }
}
