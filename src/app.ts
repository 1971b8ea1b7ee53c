import type { Logger } from 'pino';
import { doneBeforeCard } from './cards/undone.ts';
import { strangerCard } from './cards/people.ts';
import { createDrawer } from './charts/drawer.ts';
import { createChat } from './chat/dispatch.ts';
import type { Chat, Platform } from './chat/platform.ts';
import { registry } from './commands/index.ts';
import type { Config } from './config.ts';
import type { Ctx } from './crm/context.ts';
import { identify, operator, type Organisation } from './crm/people/identify.ts';
import { ensurePipeline } from './crm/pipelines/defaults.ts';
import { type Database, openDatabase } from './db/client.ts';
import { createCourier } from './delivery/index.ts';
import { seedDemo } from './demo/index.ts';
import { createInbox } from './inbox/inbox.ts';
import { createJobs } from './jobs/index.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { createMeter } from './meter.ts';
import { connect } from './connect.ts';
import { createServer } from './server.ts';
import { createUpkeep } from './inbox/upkeep.ts';

export interface Overrides {
  readonly clock?: Clock;
  readonly log: Logger;
}

/** The parts that a command needs, wherever it was asked. */
export interface Core {
  readonly database: Database;
  readonly org: Organisation;
  readonly chat: Chat;
  /** The operator's own context: an admin who is nobody in particular. */
  readonly operator: Ctx;
  close(): Promise<void>;
}

/** Opens the database and puts the command path on top of it: all that the terminal and an import need. */
export async function createCore(config: Config, { clock = systemClock, log }: Overrides, stay = false): Promise<Core> {
  const onWait = () => log.info('another process has the database; waiting for it to finish');
  const database = await openDatabase({ ...config, stay, onWait });
  const db = database.prisma;
  await ensurePipeline(db);
  const org: Organisation = { ...config, db, clock };
  const inbox = createInbox(db, clock);
  const chat = createChat<Ctx>({
    ...org,
    registry,
    identify: (asked) => identify(org, asked),
    async stranger(ctx, person) {
      const known = await db.identity.findUnique({ where: { platform_userId: { platform: person.platform, userId: person.userId } } });
      return strangerCard(ctx.t, {
        ...person,
        outsider: ctx.access === 'outsider',
        waiting: known?.requestedAt != null,
        asks: person.platform !== 'terminal',
      });
    },
    seen: {
      store: inbox.store,
      done: inbox.done,
      async before(ctx, key) {
        const made = await inbox.madeBy(key);
        return made && doneBeforeCard(ctx.t, made.id, made.entries.map((e) => ({ record: e.record, id: e.rowId })));
      },
    },
    drafts: { save: inbox.saveDraft, load: inbox.loadDraft },
    fault: (error, token, about) => log.error({ err: error, token, ...about }, 'a fault of ours'),
  });
  return {
    database,
    org,
    chat,
    operator: operator(org),
    async close() {
      await inbox.settled();
      await database.close();
    },
  };
}

/** The whole bot: composed here, started and stopped by main, booted the same way by the tests. */
export async function createApp(config: Config, overrides: Overrides) {
  const { log, clock = systemClock } = overrides;
  const core = await createCore(config, overrides, true);
  const { database, org } = core;
  const db = database.prisma;
  const meter = createMeter();
  const chat = meter.chat(core.chat);
  const drawer = createDrawer({
    quickchartUrl: config.quickchartUrl,
    timeoutMs: 5_000,
    onFallback: (error) => log.warn({ err: error }, 'the QuickChart server did not draw; drawn here'),
  });
  const saveDraft = createInbox(db, clock).saveDraft;
  const connected = connect(config, { db, clock, chat, log, draw: drawer.draw, keep: saveDraft });
  const platforms: readonly Platform[] = connected.platforms.map(meter.platform);
  const courier = createCourier({ prisma: db, clock, platforms, log });
  const jobs = createJobs({ ...org, log, onEnqueued: courier.poke });
  const upkeep = createUpkeep({ db, clock, chat, platforms, log, alone: database.owner });
  const server = createServer(config, { ...connected, meter, ready: () => db.$queryRaw`SELECT 1` });

  return {
    ...core,
    /** Where the HTTP server listens, once started. */
    get url() {
      return server.url;
    },
    jobs,
    courier,
    async start() {
      if (config.demo) await seedDemo(db, org);
      await server.start();
      for (const platform of platforms) await platform.start();
      courier.start();
      jobs.start();
      upkeep.start();
      server.open();
    },
    /** Takes nothing new, lets what is under way finish, closes. */
    async stop() {
      await upkeep.stop();
      await jobs.stop();
      await Promise.all(platforms.map((platform) => platform.stop()));
      await courier.stop();
      await server.stop();
      await core.close();
    },
  };
}
