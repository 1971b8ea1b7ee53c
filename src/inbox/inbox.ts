import type { Invocation } from '../chat/platform.ts';
import type { Wire } from '../chat/wire.ts';
import type { Prisma, PrismaClient } from '../db/client.ts';
import { kept } from '../db/kept.ts';
import type { Clock } from '../lib/clock.ts';

/**
 * What was acknowledged and is not to be lost: invocations are stored before they are acknowledged, and half-filled
 * commands while somebody decides.
 */
export function createInbox(db: PrismaClient, clock: Clock, failed: (error: unknown) => void) {
  const marking = new Set<Promise<unknown>>();
  return {
    /** False when the same event was stored before. */
    async store(invocation: Invocation): Promise<boolean> {
      const stored = await db.$executeRaw`${kept}
        INSERT INTO seen_event (key, invocation, received_at)
        VALUES (${invocation.key}, ${JSON.stringify(invocation)}::jsonb, ${clock.now()}) ON CONFLICT DO NOTHING`;
      return stored === 1;
    },

    /** Keeps the `replyTo` of what was stored as it is now. Rejects where that is not there. */
    async note({ key, replyTo }: Invocation): Promise<void> {
      const noted = await db.$executeRaw`
        UPDATE seen_event SET invocation = jsonb_set(invocation, '{replyTo}', ${JSON.stringify(replyTo)}::jsonb)
        WHERE key = ${key}`;
      if (noted !== 1) throw new Error(`nothing is stored of ${key}`);
    },

    /** Marks it as answered. Never rejects; `settled` waits for it. */
    done(key: string): Promise<void> {
      const mark = db.$executeRaw`${kept}UPDATE seen_event SET done_at = ${clock.now()} WHERE key = ${key}`
        .then(() => {}, failed)
        .finally(() => marking.delete(mark));
      marking.add(mark);
      return mark;
    },

    /** The change that an invocation made before the process was ended, or null. */
    madeBy(key: string) {
      return db.change.findUnique({
        where: { eventKey: key },
        include: { entries: { select: { record: true, rowId: true }, take: 20 } },
      });
    },

    /** `person`: the only one who may go on with it; null where everybody sees its button. */
    async saveDraft(command: string, wire: Wire, person: string | null): Promise<number> {
      const draft = await db.draft.create({
        data: { command, wire: wire as Prisma.InputJsonObject, person, createdAt: clock.now() },
      });
      return draft.id;
    },

    /** The number comes from outside: null where it is another command's or another person's draft, or none. */
    async loadDraft(id: number, command: string, person: string): Promise<Wire | null> {
      if (!Number.isInteger(id) || Math.abs(id) > 2_147_483_647) return null;
      const whose = { OR: [{ person: null }, { person }] };
      const draft = await db.draft.findFirst({ where: { id, command, ...whose } });
      return draft && (draft.wire as Wire);
    },

    settled: () => Promise.allSettled(marking),
  };
}

export type Inbox = ReturnType<typeof createInbox>;
