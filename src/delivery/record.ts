import type { Outcome } from '../chat/platform.ts';
import type { Delivery, PrismaClient } from '../db/client.ts';
import { after, open } from './states.ts';

const firstDelayMs = 1_000;
const longestDelayMs = 60_000;

/** How long to wait after so many attempts: 1 s, 2 s, 4 s … a minute. */
function delay(attempts: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempts - 1, 10));
}

/**
 * Writes down what became of a claimed delivery. A courier that was too slow and lost its claim has no say any
 * more, but for one thing: that the message was sent.
 */
export async function record(
  prisma: PrismaClient,
  delivery: Delivery,
  outcome: Outcome | { readonly kind: 'absent' },
  now: Date,
): Promise<void> {
  const state = after(delivery.state, outcome.kind);
  if (!state) return;
  const { id, attempts } = delivery;
  if (outcome.kind === 'sent') {
    await prisma.delivery.updateMany({
      where: { id, state: { in: open } },
      data: { state, reference: outcome.reference, sentAt: now, error: null },
    });
    return;
  }
  const wait =
    outcome.kind === 'absent' ? 0 : Math.max(delay(attempts), outcome.kind === 'later' ? outcome.afterMs : 0);
  await prisma.delivery.updateMany({
    where: { id, state: delivery.state, attempts },
    data: {
      state,
      dueAt: new Date(now.getTime() + wait),
      ...(outcome.kind !== 'absent' && { error: outcome.error }),
    },
  });
}

/** When the next of the deliveries that wait falls due. */
export async function nextDue(
  prisma: PrismaClient,
  platforms: readonly string[],
  now: Date,
): Promise<Date | null> {
  const { _min } = await prisma.delivery.aggregate({
    where: { state: { in: open }, platform: { in: [...platforms] }, dueAt: { gt: now } },
    _min: { dueAt: true },
  });
  return _min.dueAt;
}
