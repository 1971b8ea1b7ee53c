import type { Block, Card } from '../chat/card.ts';
import type { Profiled } from '../crm/attributes/attributes.ts';
import { code } from '../crm/codes.ts';
import type { Group } from '../crm/duplicates/scan.ts';
import type { Translator } from '../i18n/index.ts';
import { actions } from './parts.ts';
import { mergeAction, whyText } from './twins.ts';

/** Groups of one page, and records that are named of one. */
const size = 4;
const named = 6;

/** Records that are likely one, a page at a time; buttons merge the first two of a group, or part them. */
export function duplicatesCard(
  t: Translator,
  groups: readonly Group[],
  page: number,
  kind: Profiled | undefined,
): Card {
  if (groups.length === 0) return { title: [t('duplicates.none')], blocks: [] };
  const from = (page - 1) * size;
  return {
    title: [t('duplicates.title', { count: groups.length })],
    blocks: [
      ...groups.slice(from, from + size).flatMap((group) => groupBlocks(t, group)),
      ...(groups.length > from + size
        ? actions({
            label: t('action.more'),
            command: 'crm.duplicates',
            wire: { ...(kind && { kind }), page: String(page + 1) },
          })
        : []),
    ],
  };
}

function groupBlocks(t: Translator, { kind, records, why, certain }: Group): Block[] {
  const [keep, other] = records.map(({ id }) => code(kind, id));
  const names = records.slice(0, named).map(({ id, name }) => `${code(kind, id)} ${name}`);
  const more = records.length > named ? ' …' : '';
  const reason = { why: whyText(t, why) };
  return [
    { kind: 'text', text: [{ bold: names.join(' · ') + more }] },
    { kind: 'note', text: [t(certain ? 'duplicates.certain' : 'duplicates.likely', reason)] },
    ...(keep && other
      ? actions(mergeAction(t, { keep, other }), {
          label: t('action.distinct'),
          command: 'crm.distinct',
          wire: { record: keep, other },
        })
      : []),
  ];
}
