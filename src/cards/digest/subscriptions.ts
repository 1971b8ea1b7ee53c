import type { Card } from '../../chat/card.ts';
import type { DigestName, Subscription } from '../../crm/subscriptions/subscribe.ts';
import type { Translator } from '../../i18n/index.ts';
import { formatNumber } from '../../lib/format.ts';
import { actions, timeOfDay, undoAction } from '../parts.ts';

export function subscribedCard(t: Translator, subscription: Subscription, change: number): Card {
  const { digest, minute, days } = subscription;
  return {
    title: [
      t('digest.subscribed', {
        digest: nameOf(t, digest),
        at: timeOfDay(minute),
        days: t(`digest.days.${days}`),
      }),
    ],
    tone: 'good',
    blocks: actions(undoAction(t, change)),
  };
}

export function stoppedCard(t: Translator, { digest }: Subscription, change: number): Card {
  return {
    title: [t('digest.stopped', { digest: nameOf(t, digest) })],
    blocks: actions(undoAction(t, change)),
  };
}

/** A line for each; `elsewhere` says to which channel it comes. */
export function subscriptionsCard(t: Translator, rows: readonly Subscription[], elsewhere: boolean): Card {
  if (!rows.length) return { title: [t('digest.list.none')], blocks: [] };
  return {
    title: [t('digest.list', { count: formatNumber(rows.length, t.locale) })],
    blocks: rows.map((row) => ({
      kind: 'text',
      text: [line(t, row), ...(elsewhere ? [' · ', { channel: row.channel, on: row.platform }] : [])],
    })),
  };
}

function line(t: Translator, { digest, minute, days, timezone }: Subscription): string {
  return t('digest.list.line', {
    digest: nameOf(t, digest),
    at: timeOfDay(minute),
    zone: timezone,
    days: t(`digest.days.${days}`),
  });
}

const nameOf = (t: Translator, digest: string) => t(`choice.digest.${digest as DigestName}`);
