import type { Block, Card } from '../../chat/card.ts';
import { fewest, type Results, scores } from '../../crm/surveys/results.ts';
import type { Translator } from '../../i18n/index.ts';
import { dayOf, formatDay, type Zone } from '../../lib/dates/index.ts';
import { formatNumber } from '../../lib/format.ts';
import { actions } from '../parts.ts';

/** Texts that one card has room for. */
const most = 15;

/** How people get on, against the round before; and a way to ask them. */
export function resultsCard(t: Translator, [last, before]: readonly Results[], zone: Zone): Card {
  const ask = actions({
    label: t('survey.ask_now'),
    command: 'crm.survey',
    wire: { ask: 'now', round: String(last?.id ?? 0) },
  });
  const note: Block = { kind: 'note', text: [t('survey.how')] };
  if (!last) return { title: [t('survey.never')], blocks: [note, ...ask] };
  const { answered, asked, declined, marks } = last;
  const day = formatDay(dayOf(last.at, zone), t.locale);
  return {
    title: [t('survey.results', { day, answered, asked })],
    blocks: [
      ...(declined
        ? [{ kind: 'text', text: [t('survey.some_declined', { count: declined })] } as const]
        : []),
      ...(marks ? markBlocks(t, marks, before?.marks ?? null) : []),
      ...(!marks && answered ? [{ kind: 'text', text: [t('survey.too_few', { fewest })] } as const] : []),
      ...textBlocks(t, last),
      note,
      ...ask,
    ],
  };
}

function markBlocks(t: Translator, marks: readonly number[], before: readonly number[] | null): Block[] {
  const mean = meanOf(t, marks);
  const was = before && meanOf(t, before);
  const said = was
    ? t('survey.mean_before', { mean: mean ?? '–', was })
    : t('survey.mean', { mean: mean ?? '–' });
  const counts = (i: number) =>
    [marks[i], ...(before ? [before[i]] : [])].map((count) => [String(count ?? 0)]);
  return [
    { kind: 'text', text: [{ bold: said }] },
    {
      kind: 'table',
      columns: [
        { label: t('field.score'), align: 'left' },
        { label: t('survey.people'), align: 'right' },
        ...(before ? [{ label: t('survey.people_before'), align: 'right' } as const] : []),
      ],
      rows: scores.map((score, i) => [[t(`choice.score.${score}`)], ...counts(i)]).toReversed(),
    },
  ];
}

/** To one digit; null where nobody gave one. */
function meanOf(t: Translator, marks: readonly number[]): string | null {
  const given = marks.reduce((sum, count) => sum + count, 0);
  const sum = scores.reduce((all: number, score, i) => all + score * (marks[i] ?? 0), 0);
  return given ? formatNumber(Math.round((sum / given) * 10) / 10, t.locale, 1) : null;
}

function textBlocks(t: Translator, { texts }: Results): Block[] {
  if (texts.length === 0) return [];
  const more = texts.length - most;
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ bold: t('field.hurdle') }] },
    ...texts
      .slice(0, most)
      .map(({ text, name }) => ({ kind: 'text', text: [`“${text}”${name ? ` – ${name}` : ''}`] }) as const),
    ...(more > 0 ? [{ kind: 'note', text: [t('survey.more_texts', { count: more })] } as const] : []),
  ];
}
