import type { Card } from '../chat/card.ts';
import { code, type Kind } from '../crm/codes.ts';
import type { Translator } from '../i18n/index.ts';
import type { Text } from '../lib/span.ts';
import { showAction } from './deal.ts';
import { actions, activityText, moment, newTask, undoAction } from './parts.ts';

interface Logged {
  readonly kind: 'CALL' | 'EMAIL' | 'MEETING' | 'NOTE';
  readonly on: { readonly kind: Kind; readonly id: number; readonly name: string };
  readonly text: string;
  readonly outcome?: string | undefined;
  readonly minutes?: number | undefined;
  readonly inbound?: boolean | undefined;
  /** Where it was not now. */
  readonly at?: Date | undefined;
}

/** What was logged, and where, as it was understood. */
export function loggedCard(t: Translator, logged: Logged, change: number): Card {
  const { kind, on, text, outcome, minutes, at, inbound = false } = logged;
  const record = `${code(on.kind, on.id)} ${on.name}`;
  const more: Text[] = [
    ...(at ? [[moment(at)]] : []),
    ...(minutes ? [[t('timeline.minutes', { minutes })]] : []),
    ...(outcome ? [[outcome]] : []),
  ];
  return {
    title: t.text('log.done', { activity: activityText(t, kind, inbound), record: { bold: record } }),
    blocks: [
      { kind: 'text', text: [text] },
      ...(more.length
        ? [{ kind: 'note', text: more.flatMap((part, i) => (i ? [' · ', ...part] : part)) } as const]
        : []),
      ...actions(newTask(t, 'action.next_task', on), showAction(t, on.kind, on.id), undoAction(t, change)),
    ],
  };
}
