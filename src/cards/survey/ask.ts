import type { Action, Card } from '../../chat/card.ts';
import type { Outgoing, PlatformName } from '../../chat/platform.ts';
import { askKey } from '../../chat/wire.ts';
import type { Answered } from '../../crm/surveys/answer.ts';
import type { Begun } from '../../crm/surveys/begin.ts';
import { scores } from '../../crm/surveys/results.ts';
import { isLocale, type Locale, type Translator, translator } from '../../i18n/index.ts';
import { actions } from '../parts.ts';

/** The question to everybody of a round, each in their language and once. */
export const questions = ({ roundId, recipients }: Begun, ours: Locale, now: Date) =>
  recipients.map(({ memberId, platform, userId, locale }) => {
    const t = translator(locale && isLocale(locale) ? locale : ours);
    return {
      key: `survey:${roundId}:${memberId}`,
      platform: platform as PlatformName,
      destination: `user:${userId}`,
      card: questionCard(t, roundId),
      locale: t.locale,
      dueAt: now,
    } satisfies Outgoing & { dueAt: Date; platform: PlatformName };
  });

/** How do you get on? What becomes of an answer is said before it is given. */
const questionCard = (t: Translator, round: number): Card => ({
  title: [t('survey.question')],
  blocks: [
    { kind: 'text', text: [t('survey.scale')] },
    { kind: 'note', text: [t('survey.honest')] },
    ...actions(...answers(t, round)),
  ],
});

/** What somebody has said, which they may change. */
export function answeredCard(t: Translator, { roundId, score, hurdle, named, declined }: Answered): Card {
  const mark = score === null ? [] : [t('survey.your_mark', { score })];
  const text = hurdle === null ? [] : [t(named ? 'survey.with_name' : 'survey.without_name', { hurdle })];
  return {
    title: [t(declined ? 'survey.declined' : 'survey.thanks')],
    ...(!declined && { tone: 'good' }),
    blocks: [
      ...[...mark, ...text].map((said) => ({ kind: 'text', text: [said] }) as const),
      { kind: 'note', text: [t('survey.changeable')] },
      ...actions(...answers(t, roundId)),
    ],
  };
}

function answers(t: Translator, id: number): Action[] {
  const round = String(id);
  const button = (label: string, more: Record<string, string>): Action => ({
    ...{ label, command: 'crm.answer', wire: { round, ...more }, replace: true },
  });
  return [
    ...scores.map((score) => button(t(`choice.score.${score}`), { score: String(score) })),
    button(t('field.hurdle'), { [askKey]: '1' }),
    button(t('choice.score.none'), { score: 'none' }),
  ];
}
