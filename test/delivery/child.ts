import type { Outcome, Outgoing, Platform } from '../../src/chat/platform.ts';
import { openDatabase } from '../../src/db/client.ts';
import { createCourier, enqueue } from '../../src/delivery/index.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { owed, silent } from './fake.ts';

/**
 * A bot reduced to its ledger, to be killed: decides what is not decided yet, sends it to the platform at `url`
 * and ends when nothing is owed any more. `aheadMs` is how far its clock is ahead: the time it lay dead.
 */
const { place, url, aheadMs, slots } = JSON.parse(process.argv[2] as string) as {
  place: { databaseUrl?: string; dataDir: string };
  url: string;
  aheadMs: number;
  slots: number;
};
const clock = { now: () => new Date(systemClock.now().getTime() + aheadMs) };

async function ask(path: string, message: Outgoing): Promise<Outcome | null> {
  const answer = await fetch(`${url}/${path}`, { method: 'POST', body: JSON.stringify(message) });
  return (await answer.json()) as Outcome | null;
}
const slack: Platform = {
  name: 'slack',
  start: async () => {},
  stop: async () => {},
  answer: async () => {},
  send: (message) => ask('send', message) as Promise<Outcome>,
  reconcile: (message) => ask('reconcile', message),
  download: async () => null,
};

const database = await openDatabase(place);
const { prisma } = database;
const courier = createCourier({ prisma, clock, platforms: [slack], log: silent });
courier.start();
for (let i = 0; i < slots; i++) {
  await prisma.$transaction(async (tx) => {
    const run = { job: 'digest', slot: String(i), claimedAt: clock.now() };
    const { count } = await tx.jobRun.createMany({ data: [run], skipDuplicates: true });
    if (!count) return;
    const messages = [owed(`${i}:C1`), owed(`${i}:C2`, { destination: 'C2' })];
    await enqueue(
      tx,
      messages.map((message) => ({ ...message, dueAt: clock.now() })),
      clock.now(),
    );
  });
  courier.poke();
}
await courier.deliver();
await courier.stop();
await database.close();
