import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../chat/card.ts';
import type { Outcome, Outgoing, Platform } from '../chat/platform.ts';
import type { Delivery } from '../db/client.ts';
import type { Locale } from '../i18n/index.ts';

/** Sends a claimed delivery, or looks for it where nobody can say whether it was sent. Never rejects. */
export async function attempt(
  platform: Platform,
  delivery: Delivery,
  patienceMs: number,
): Promise<Outcome | { readonly kind: 'absent' }> {
  const message: Outgoing = {
    key: delivery.key,
    destination: delivery.destination,
    // The ledger's JSON is what `enqueue` put there.
    card: delivery.card as unknown as Card,
    locale: delivery.locale as Locale,
  };
  const isUnknown = delivery.state === 'UNKNOWN';
  try {
    const answer = await within(patienceMs, isUnknown ? platform.reconcile(message) : platform.send(message));
    return answer ?? { kind: 'absent' };
  } catch (error) {
    return { kind: 'unknown', error: String(error) };
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = pause(ms, undefined, { signal: settled.signal }).then(() => {
    throw new Error(`no answer within ${ms} ms`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    settled.abort();
  }
}
