import type { Card } from '../../chat/card.ts';
import type { Translator } from '../../i18n/index.ts';
import { maxInChat, megabyte } from '../../import/file.ts';

/** How a file gets here. */
export const dropCard = (t: Translator): Card => ({
  title: [t('import.drop')],
  blocks: [{ kind: 'text', text: [t('import.drop.about', { max: maxInChat / megabyte })] }],
});
