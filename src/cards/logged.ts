import type { Card } from '../chat/card.ts';
import { code, type Kind } from '../crm/codes.ts';
import type { Translator } from '../i18n/index.ts';
import { showAction } from './deal.ts';
import { actions, undoAction } from './parts.ts';

interface Logged {
  readonly kind: 'CALL' | 'EMAIL' | 'MEETING' | 'NOTE';
  readonly on: { readonly kind: Kind; readonly id: number; readonly name: string };
  readonly text: string;
}

/** What was logged, and where. */
export function loggedCard(t: Translator, { kind, on, text }: Logged, change: number): Card {
  const record = `${code(on.kind, on.id)} ${on.name}`;
  return {
    title: t.text('log.done', { activity: t(`activity.${kind}`), record: { bold: record } }),
    blocks: [
      { kind: 'text', text: [text] },
      ...actions(showAction(t, on.kind, on.id), undoAction(t, change)),
    ],
  };
}
