import type { Card } from '../chat/card.ts';
import type { Outgoing, PlatformName } from '../chat/platform.ts';
import type { Prisma, Tx } from '../db/client.ts';

/** A message to be sent at `dueAt` or soon after it. */
export interface Owed extends Outgoing {
  readonly platform: PlatformName;
  readonly card: Card;
  readonly dueAt: Date;
}

const longestKey = 64;

/**
 * Puts messages into the ledger, in the transaction of what they tell about. A key that is there already is left
 * as it is. Poke the courier after the commit, or its timer finds them.
 */
export async function enqueue(tx: Tx, owed: readonly Owed[], now: Date): Promise<void> {
  const long = owed.find(({ key }) => key.length > longestKey);
  if (long) throw new RangeError(`a delivery's key has at most ${longestKey} characters: ${long.key}`);
  await tx.delivery.createMany({
    data: owed.map(({ card, ...rest }) => ({
      ...rest,
      // A card is plain JSON; its read-only interfaces have no index signature.
      card: card as unknown as Prisma.InputJsonObject,
      createdAt: now,
    })),
    skipDuplicates: true,
  });
}
