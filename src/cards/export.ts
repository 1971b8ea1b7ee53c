import type { Card, FileBlock } from '../chat/card.ts';
import type { Kind } from '../crm/codes.ts';
import type { Translator } from '../i18n/index.ts';

/** How many records a file holds, and the file; none where there is nothing to put into it. */
export function exportCard(t: Translator, kind: Kind, count: number, file: FileBlock): Card {
  if (count === 0) return { title: [t('export.none')], blocks: [] };
  return { title: [t('action.export'), ' · ', t(`${kind}.list`, { count })], blocks: [file] };
}
