import type { Card } from '../../chat/card.ts';
import type { Upload } from '../../crm/uploads/own.ts';
import type { Translator } from '../../i18n/index.ts';
import { fold } from '../../lib/fold.ts';
import { formatNumber } from '../../lib/format.ts';
import { plain, shorten } from '../../lib/text.ts';

/** How many rows of a file are not imported, and a file of those that are kept; none where there is nothing to put into it. */
export function rejectedCard(
  t: Translator,
  { id, name }: Upload,
  { kept, all: count }: { readonly kept: number; readonly all: number },
  day: string,
): Card {
  const file = plain(shorten(name, 80));
  if (count === 0) return { title: [t('import.rejected.none', { file })], blocks: [] };
  const called = fold(t('import.rejected.file')).replaceAll(' ', '-');
  return {
    title: [t('import.rejected.rows', { file, n: formatNumber(count, t.locale), count })],
    blocks: [
      { kind: 'text', text: [t('import.rejected.about')] },
      ...(kept < count
        ? [{ kind: 'note', text: [t('import.rejected.cut', { n: formatNumber(kept, t.locale) })] } as const]
        : []),
      { kind: 'file', name: `${called}-${day}.csv`, upload: id },
    ],
  };
}
