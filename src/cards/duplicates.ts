import type { Action, Block, Card } from '../chat/card.ts';
import type { Profiled } from '../crm/attributes/attributes.ts';
import { code } from '../crm/codes.ts';
import type { Group, Member } from '../crm/duplicates/scan.ts';
import type { Translator } from '../i18n/index.ts';
import { actions } from './parts.ts';
import { convertAction, mergeAction, whyText } from './twins.ts';

/** Groups of one page, and records that are named of one. */
const size = 4;
const named = 6;

/**
 * Records that are likely one, a page at a time; buttons merge the first two of a group, or make a lead the contact that
 * it is, or part them.
 */
export function duplicatesCard(
  t: Translator,
  groups: readonly Group[],
  page: number,
  kind: Profiled | undefined,
): Card {
  if (groups.length === 0) return { title: [t('duplicates.none')], blocks: [] };
  const from = (Math.min(page, Math.ceil(groups.length / size)) - 1) * size;
  const to = Math.min(from + size, groups.length);
  const count = groups.length;
  return {
    title: [
      count > size ? t('duplicates.page', { from: from + 1, to, count }) : t('duplicates.title', { count }),
    ],
    blocks: [
      ...groups.slice(from, to).flatMap((group) => groupBlocks(t, group)),
      ...(count > to
        ? actions({
            label: t('action.more'),
            command: 'crm.duplicates',
            wire: { ...(kind && { kind }), page: String(to / size + 1) },
          })
        : []),
    ],
  };
}

function groupBlocks(t: Translator, { records, why, certain }: Group): Block[] {
  const names = records.slice(0, named).map((record) => `${codeOf(record)} ${record.name}`);
  const more = records.length > named ? ' …' : '';
  const reason = { why: whyText(t, why) };
  return [
    { kind: 'text', text: [{ bold: names.join(' · ') + more }] },
    { kind: 'note', text: [t(certain ? 'duplicates.certain' : 'duplicates.likely', reason)] },
    ...actions(...choices(t, records)),
  ];
}

function choices(t: Translator, [best, twin]: Group['records']): Action[] {
  if (!twin) return [];
  const [keep, other] = [codeOf(best), codeOf(twin)];
  return [
    best.kind === twin.kind
      ? mergeAction(t, { keep, other })
      : convertAction(t, { lead: other, contact: keep }),
    { label: t('action.distinct'), command: 'crm.distinct', wire: { record: keep, other } },
  ];
}

const codeOf = ({ kind, id }: Member) => code(kind, id);
