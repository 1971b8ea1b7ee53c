import { type Delivery, type DeliveryState, Prisma, type PrismaClient } from '../db/client.ts';
import { transaction } from '../db/transaction.ts';
import { after, open } from './states.ts';

export interface Wanted {
  readonly platforms: readonly string[];
  readonly now: Date;
  readonly limit: number;
  /** How long the courier may be silent before another takes the delivery up: at most a minute. */
  readonly leaseMs: number;
}

const isOpen = Prisma.sql`IN (${Prisma.join(open.map((state) => Prisma.sql`${state}::"DeliveryState"`))})`;

/**
 * Takes up due deliveries, at most one per destination: what was enqueued first arrives first, also when it has to
 * wait. The lease is their new due date, so that one that was cut off is due again by itself. Safe with several
 * couriers at once.
 */
export function claim(prisma: PrismaClient, { platforms, now, limit, leaseMs }: Wanted): Promise<Delivery[]> {
  return transaction(prisma, async (tx) => {
    const due = await tx.$queryRaw<{ id: number; state: DeliveryState }[]>`
      SELECT d.id, d.state FROM delivery d
      WHERE d.state ${isOpen} AND d.due_at <= ${now} AND d.platform = ANY(${platforms})
        AND NOT EXISTS (
          SELECT FROM delivery earlier
          WHERE earlier.platform = d.platform AND earlier.destination = d.destination AND earlier.id < d.id
            AND earlier.state ${isOpen} AND (earlier.due_at <= ${now} OR earlier.attempts > 0))
      ORDER BY d.due_at, d.id
      LIMIT ${limit}
      FOR UPDATE SKIP LOCKED`;
    const claimed: Delivery[] = [];
    for (const state of open) {
      const ids = due.filter((delivery) => delivery.state === state).map(({ id }) => id);
      if (!ids.length) continue;
      const rows = await tx.delivery.updateManyAndReturn({
        where: { id: { in: ids } },
        data: {
          state: after(state, 'claimed') as DeliveryState,
          attempts: { increment: 1 },
          dueAt: new Date(now.getTime() + leaseMs),
        },
      });
      claimed.push(...rows);
    }
    return claimed;
  });
}
