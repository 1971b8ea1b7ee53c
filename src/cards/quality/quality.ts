import type { Card } from '../../chat/card.ts';
import type { Translator } from '../../i18n/index.ts';
import { formatNumber } from '../../lib/format.ts';
import type { Rule } from '../../metrics/quality/rules.ts';
import type { Quality } from '../../metrics/quality/score.ts';
import { figureOf } from '../metrics/figure.ts';
import { type About, notes, wireOf } from '../metrics/notes.ts';
import { actions } from '../parts.ts';
import { findingsBlocks, qualityTitle, walkActions } from './findings.ts';
import { ruleText } from './words.ts';

/** The score, what is found by rule, and a way through the records of each. */
export function qualityCard(t: Translator, quality: Quality, about: About = {}): Card {
  const wire = wireOf({ owner: about.owner });
  return {
    title: [qualityTitle(t, quality)],
    blocks: [
      ...findingsBlocks(t, quality),
      ...notes(t, quality.receipt, about, [], [t('quality.note.untouched', { days: quality.untouched })]),
      ...actions(...walkActions(t, quality, wire), {
        label: t('action.how'),
        command: 'kpi.how',
        wire: { metric: quality.id, ...wire },
      }),
    ],
    metrics: [figureOf(t, quality)],
  };
}

/** The end of a walk: what became of the rule, the score as it is now, and the ways that are left. */
export function walkedCard(t: Translator, rule: Rule, quality: Quality, about: About): Card {
  const left = quality.findings.find((finding) => finding.rule === rule)?.count ?? 0;
  const name = ruleText(t, rule);
  const count = formatNumber(left, t.locale);
  return {
    title: [
      left ? t('quality.walked.left', { rule: name, count }) : t('quality.walked.done', { rule: name }),
    ],
    ...(!left && { tone: 'good' }),
    blocks: [
      { kind: 'text', text: [qualityTitle(t, quality)] },
      ...actions(...walkActions(t, quality, wireOf({ owner: about.owner }))),
    ],
    metrics: [figureOf(t, quality)],
  };
}
