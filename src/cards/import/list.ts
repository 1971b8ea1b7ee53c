import type { Card } from '../../chat/card.ts';
import type { ImportRun } from '../../crm/imports/list.ts';
import type { Key, Translator } from '../../i18n/index.ts';
import { formatNumber } from '../../lib/format.ts';
import { plain, shorten } from '../../lib/text.ts';
import { actions, moment, undoAction } from '../parts.ts';
import { dropCard } from './drop.ts';

/** Buttons for the latest ones; older ones are undone by their number. */
const most = 5;

/** The journal of imports: who, when, of which file, what it came to; those that stand can be undone. */
export function importsCard(t: Translator, runs: readonly ImportRun[]): Card {
  if (runs.length === 0) return { ...dropCard(t), title: [t('import.list.none')] };
  const n = (count: number) => formatNumber(count, t.locale);
  return {
    title: [t('import.list')],
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: t('field.change'), align: 'right' },
          { label: t('import.list.when'), align: 'left' },
          { label: t('field.member'), align: 'left' },
          { label: t('field.kind'), align: 'left' },
          { label: t('field.upload'), align: 'left' },
          { label: t('import.list.counts'), align: 'left' },
        ],
        rows: runs.map((run) => [
          [String(run.changeId)],
          [moment(run.at)],
          [run.name ?? '–'],
          [t.say(`choice.import.${run.kind}` as Key)],
          [plain(shorten(run.file, 40))],
          [
            [run.created, run.updated, run.rejected].map(n).join(' / ') +
              (run.stands ? '' : ` (${t('import.list.undone')})`),
          ],
        ]),
      },
      ...actions(
        ...runs
          .filter(({ stands }) => stands)
          .slice(0, most)
          .map(({ changeId }) => ({
            ...undoAction(t, changeId),
            label: t('import.list.undo', { change: changeId }),
            replace: false,
          })),
      ),
    ],
  };
}
