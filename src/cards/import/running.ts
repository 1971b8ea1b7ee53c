import type { Card } from '../../chat/card.ts';
import type { Upload } from '../../crm/uploads/own.ts';
import type { Translator } from '../../i18n/index.ts';
import { writtenText } from '../../import/progress.ts';
import { formatNumber } from '../../lib/format.ts';
import { plain, shorten } from '../../lib/text.ts';

/** An import that takes its time, and how far it is. */
export function runningCard(
  t: Translator,
  { name }: Upload,
  rows: number,
  written?: { readonly done: number; readonly total: number },
): Card {
  const file = plain(shorten(name, 80));
  const text = written && writtenText(t, written.done, written.total);
  return {
    title: [t('import.running', { file, rows: formatNumber(rows, t.locale), count: rows })],
    blocks: text ? [{ kind: 'text', text: [text] }] : [],
  };
}
