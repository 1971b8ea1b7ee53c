import type { Logger } from 'pino';
import type { Platform } from '../chat/platform.ts';
import type { Delivery, PrismaClient } from '../db/client.ts';
import type { Clock } from '../lib/clock.ts';
import { attempt } from './attempt.ts';
import { claim } from './claim.ts';
import { nextDue, record } from './record.ts';

export interface CourierOptions {
  readonly prisma: PrismaClient;
  readonly clock: Clock;
  /** Those that run here; deliveries for others wait for a bot that runs them. */
  readonly platforms: readonly Platform[];
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Brings what the ledger owes: attempted at least once, and never again before its platform was asked for it. */
export interface Courier {
  /** From here on it wakes by itself for what falls due. */
  start(): void;
  /** Something was enqueued and committed. Quick, and harmless at any time. */
  poke(): void;
  /** Sends what is due now, also what a poke or a reply makes due meanwhile, and resolves when nothing is left. */
  deliver(): Promise<void>;
  /** Takes up nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

const atOnce = 8;
/** How long a platform may take; its own timeouts are shorter, so that nothing is under way after it. */
const patienceMs = 20_000;
/** Longer than the patience by far, so that clocks of replicas may differ by some seconds. */
const leaseMs = 60_000;
/** What other processes enqueue is found within this time. */
const idleMs = 10_000;

export function createCourier({ prisma, clock, platforms, log }: CourierOptions): Courier {
  const byName = new Map<string, Platform>(platforms.map((platform) => [platform.name, platform]));
  const names = [...byName.keys()];
  const underWay = new Set<Promise<void>>();
  let round: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let state: 'idle' | 'started' | 'stopped' = 'idle';
  let isPoked = false;
  let wake = () => {};

  async function bring(delivery: Delivery): Promise<void> {
    const outcome = await attempt(byName.get(delivery.platform) as Platform, delivery, patienceMs);
    const about = { delivery: delivery.key, attempt: delivery.attempts, ...outcome };
    if (outcome.kind === 'sent') log.info(about, 'delivered');
    else if (outcome.kind !== 'absent') log.warn(about, 'not delivered');
    await record(prisma, delivery, outcome, clock.now());
  }

  async function work(): Promise<void> {
    for (;;) {
      isPoked = false;
      const limit = atOnce - underWay.size;
      const wanted = { platforms: names, now: clock.now(), limit, leaseMs };
      const claimed = limit && state !== 'stopped' ? await claim(prisma, wanted) : [];
      for (const delivery of claimed) {
        const attempted = bring(delivery)
          .catch((error) => log.error({ err: error, delivery: delivery.key }, 'outcome not recorded'))
          .finally(() => underWay.delete(attempted));
        underWay.add(attempted);
      }
      if (!underWay.size && (!isPoked || state === 'stopped')) return;
      const poked = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (!isPoked) await Promise.race([...underWay, poked]);
    }
  }

  async function run(): Promise<void> {
    let next: Date | null = null;
    try {
      await work();
      if (state === 'started') next = await nextDue(prisma, names, clock.now());
    } catch (error) {
      log.error({ err: error }, 'the ledger could not be read');
    }
    round = null;
    if (state !== 'started') return;
    const wait = isPoked ? 0 : next ? Math.max(0, next.getTime() - clock.now().getTime()) : idleMs;
    timer = setTimeout(deliver, Math.min(wait, idleMs));
  }

  function deliver(): Promise<void> {
    clearTimeout(timer);
    round ??= run();
    return round;
  }

  return {
    start() {
      state = 'started';
      deliver();
    },
    poke() {
      isPoked = true;
      wake();
      if (state === 'started') deliver();
    },
    deliver,
    async stop() {
      state = 'stopped';
      clearTimeout(timer);
      wake();
      await round;
    },
  };
}
