import type { Card } from '../chat/card.ts';
import { askKey } from '../chat/wire.ts';
import type { CountedSegment } from '../crm/segments/list.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { formatNumber } from '../lib/format.ts';
import { actions } from './parts.ts';

/** Every segment with its filter and how many are in it now; buttons open the first ones. */
export function segmentsCard(t: Translator, segments: readonly CountedSegment[]): Card {
  const add = { label: t('title.segment.add'), command: 'segment.add', wire: { [askKey]: '1' } };
  if (segments.length === 0) return { title: [t('segment.list_none')], blocks: actions(add) };
  return {
    title: [t('segment.list', { count: segments.length })],
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: t('field.segment'), align: 'left' },
          { label: t('field.kind'), align: 'left' },
          { label: t('field.filter'), align: 'left' },
          { label: t('segment.count'), align: 'right' },
        ],
        rows: segments.map(({ name, record, filter, count }) => [
          [name],
          [t.say(`find.kind.${record}` as Key)],
          [filter],
          [typeof count === 'number' ? formatNumber(count, t.locale) : '–'],
        ]),
      },
      ...segments.flatMap(({ name, count }) =>
        typeof count === 'number'
          ? []
          : [{ kind: 'note', text: [t('segment.broken', { segment: name, sentence: count })] } as const],
      ),
      ...actions(
        ...segments.slice(0, 5).map(({ id, name }) => ({
          label: name,
          command: 'segment.show',
          wire: { segment: `s${id}` },
        })),
        add,
      ),
    ],
  };
}
