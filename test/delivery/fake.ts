import { pino } from 'pino';
import type { Outcome, Outgoing, Platform } from '../../src/chat/platform.ts';
import type { PrismaClient } from '../../src/db/client.ts';
import { enqueue, type Owed } from '../../src/delivery/index.ts';
import type { Clock } from '../../src/lib/clock.ts';

export const silent = pino({ level: 'silent' });

/** A clock that a test moves on. */
export function movingClock(start = '2026-11-23T01:30:00Z'): Clock & { pass(ms: number): void } {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    pass(ms) {
      at += ms;
    },
  };
}

/** A platform that keeps what it was sent, and answers what the test says. */
export function fakePlatform(name: Platform['name'] = 'slack') {
  const history: Outgoing[] = [];
  const fake = {
    name,
    history,
    keys: () => history.map(({ key }) => key),
    reconciled: [] as string[],
    start: async () => {},
    stop: async () => {},
    answer: async () => {},
    /** Replaced by a test that wants another answer. */
    async onSend(message: Outgoing): Promise<Outcome> {
      history.push(message);
      return { kind: 'sent', reference: `ts${history.length}` };
    },
    send: (message: Outgoing): Promise<Outcome> => fake.onSend(message),
    async reconcile({ key }: Outgoing): Promise<Outcome | null> {
      fake.reconciled.push(key);
      const at = history.findIndex((message) => message.key === key);
      return at < 0 ? null : { kind: 'sent', reference: `ts${at + 1}` };
    },
    download: async () => null,
  };
  return fake satisfies Platform;
}

export function owed(key: string, more: Partial<Owed> = {}): Owed {
  return {
    key,
    platform: 'slack',
    destination: 'C1',
    card: { title: [`card of ${key}`], blocks: [] },
    locale: 'vi',
    dueAt: new Date('2026-11-23T01:30:00Z'),
    ...more,
  };
}

/** Enqueues in a transaction of its own. */
export function owe(prisma: PrismaClient, ...deliveries: Owed[]): Promise<void> {
  return prisma.$transaction((tx) => enqueue(tx, deliveries, new Date('2026-11-23T01:30:00Z')));
}

export function deferred<T = void>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
