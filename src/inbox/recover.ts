import type { Chat, Invocation, Platform } from '../chat/platform.ts';
import type { PrismaClient } from '../db/client.ts';
import type { Clock } from '../lib/clock.ts';

const minute = 60_000;
/** As long as platforms take an answer; later it would only surprise. */
const worthAnswering = 30 * minute;

export interface Recovery {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly chat: Chat;
  readonly platforms: readonly Platform[];
  /** Only what was received before: later ones this or another process may be about. */
  readonly until: Date;
}

/**
 * Takes up invocations that were acknowledged and not answered because the process was ended. What had already
 * changed something is only answered. Each is taken up by one process. Throws at the end when answers could not be
 * shown: what they tell of is done.
 */
export async function recover({ db, clock, chat, platforms, until }: Recovery): Promise<number> {
  const now = clock.now().getTime();
  const left = await db.seenEvent.findMany({
    where: {
      doneAt: null,
      receivedAt: { gte: new Date(now - worthAnswering), lt: until },
    },
    orderBy: { receivedAt: 'asc' },
  });
  let taken = 0;
  const unshown: unknown[] = [];
  for (const { key, invocation } of left) {
    // What `store` put there.
    const stored = invocation as unknown as Invocation;
    const platform = platforms.find(({ name }) => name === stored.person.platform);
    if (!platform || !(await claim(db, key, now))) continue;
    taken += 1;
    await platform.answer(stored, await chat.handle(stored, true)).catch((error) => unshown.push(error));
    await chat.answered(stored);
  }
  if (unshown.length) throw new AggregateError(unshown, 'answers could not be shown');
  return taken;
}

/** Once in five minutes, so that a process that is ended in the middle of this is followed by another. */
async function claim(db: PrismaClient, key: string, now: number): Promise<boolean> {
  const slot = `${key}@${Math.floor(now / (5 * minute))}`;
  const { count } = await db.jobRun.createMany({
    data: { job: 'recover', slot, claimedAt: new Date(now) },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Forgets what nobody can ask for any more. */
export async function forget(db: PrismaClient, clock: Clock): Promise<void> {
  const before = (days: number) => new Date(clock.now().getTime() - days * 24 * 60 * minute);
  await db.seenEvent.deleteMany({ where: { receivedAt: { lt: before(7) } } });
  await db.upload.deleteMany({ where: { createdAt: { lt: before(1) } } });
  await db.draft.deleteMany({ where: { createdAt: { lt: before(30) } } });
  await db.delivery.deleteMany({
    where: { state: { in: ['SENT', 'REFUSED'] }, createdAt: { lt: before(90) } },
  });
  await db.jobRun.deleteMany({ where: { claimedAt: { lt: before(90) } } });
}
