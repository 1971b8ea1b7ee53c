import type { Logger } from 'pino';
import { strangerCard } from './cards/people.ts';
import { doneBeforeCard } from './cards/undone.ts';
import { createChat } from './chat/dispatch.ts';
import type { Chat, Platform } from './chat/platform.ts';
import { type LiveRegistry, liveRegistry } from './commands/live.ts';
import type { Config } from './config.ts';
import type { Ctx } from './crm/context.ts';
import { loadCustomFields } from './crm/custom/fields.ts';
import { identify } from './crm/people/identify.ts';
import { type Organisation, operator } from './crm/people/known.ts';
import { ensurePipeline } from './crm/pipelines/defaults.ts';
import { loadSources } from './crm/settings/sources.ts';
import type { Database } from './db/client.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { createGate } from './lib/gate.ts';

export interface Overrides {
  readonly clock?: Clock;
  readonly log: Logger;
  /** The platform of that name, once it is there. */
  readonly platform?: (name: string) => Pick<Platform, 'download' | 'answer'> | undefined;
}

/** The parts that a command needs, wherever it was asked. */
export interface Core {
  readonly database: Database;
  readonly org: Organisation;
  readonly chat: Chat;
  readonly inbox: Inbox;
  /** The commands with the fields that admins have added. */
  readonly live: LiveRegistry;
  /** The operator's own context: an admin who is nobody in particular. */
  readonly operator: Ctx;
  close(): Promise<void>;
}

/** Puts the command path on top of an open database: all that the terminal and an import need. */
export async function createCore(
  database: Database,
  config: Config,
  { clock = systemClock, log, platform }: Overrides,
): Promise<Core> {
  const db = database.prisma;
  await ensurePipeline(db);
  const live = await liveRegistry(
    async () => ({ custom: await loadCustomFields(db), sources: await loadSources(db) }),
    (error) => log.error({ err: error }, 'the added fields and sources could not be read'),
  );
  const org: Organisation = {
    ...config,
    db,
    clock,
    custom: () => live.custom,
    async download(name, reference, max) {
      const fetched = Promise.resolve(platform?.(name)?.download(reference, max) ?? null);
      return fetched.catch((error) => {
        log.warn({ err: error, platform: name }, 'a file could not be fetched');
        return null;
      });
    },
  };
  const unmarked = (error: unknown) => log.error({ err: error }, 'an answer was not marked as given');
  const inbox = createInbox(db, clock, unmarked);
  const chat = createChat<Ctx>({
    ...org,
    get registry() {
      return live.registry;
    },
    identify: (asked) => identify(org, asked),
    async stranger(ctx, person) {
      const known = await db.identity.findUnique({
        where: { platform_userId: { platform: person.platform, userId: person.userId } },
      });
      return strangerCard(ctx.t, {
        ...person,
        outsider: ctx.access === 'outsider',
        waiting: known?.requestedAt != null,
        asks: person.platform !== 'terminal',
      });
    },
    seen: {
      store: inbox.store,
      note: inbox.note,
      done: inbox.done,
      async before(ctx, key) {
        const made = await inbox.madeBy(key);
        return (
          made &&
          doneBeforeCard(
            ctx.t,
            made.id,
            made.entries.map((e) => ({ record: e.record, id: e.rowId })),
          )
        );
      },
    },
    meanwhile: async (asked, answer) => platform?.(asked.person.platform)?.answer(asked, answer),
    drafts: { save: inbox.saveDraft, load: inbox.loadDraft },
    fault: (error, token, about) => log.error({ err: error, token, ...about }, 'a fault of ours'),
  });
  // Acknowledgements wait for no more than this many commands: the embedded database does one thing at a time.
  const turn = createGate(database.owner ? 2 : 8);
  return {
    database,
    org,
    chat: {
      ...chat,
      async handle(...asked) {
        const answer = await turn(() => chat.handle(...asked));
        await live.after(asked[0].command);
        return answer;
      },
    },
    live,
    inbox,
    operator: operator(org),
    async close() {
      await inbox.settled();
      await database.close();
    },
  };
}
