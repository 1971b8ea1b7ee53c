import { createDrawer } from './charts/drawer.ts';
import type { Platform } from './chat/platform.ts';
import { handedTo } from './commands/handed.ts';
import type { Config } from './config.ts';
import { connect } from './connect.ts';
import { createCore, type Overrides } from './core.ts';
import type { Database } from './db/client.ts';
import { createCourier } from './delivery/index.ts';
import { seedDemo } from './demo/index.ts';
import { createUpkeep } from './inbox/upkeep.ts';
import { createJobs } from './jobs/index.ts';
import { systemClock } from './lib/clock.ts';
import { workCalendar } from './lib/dates/index.ts';
import { createMeter } from './meter.ts';
import { createServer } from './server.ts';

/**
 * The whole bot: composed here, started and stopped by main, booted the same way by the tests. It takes the database
 * over: `stop` closes it.
 */
export async function createApp(config: Config, database: Database, overrides: Overrides) {
  const { log, clock = systemClock } = overrides;
  let platforms: readonly Platform[] = [];
  const core = await createCore(database, config, {
    ...overrides,
    platform: (name) => platforms.find((one) => one.name === name),
  });
  const { org } = core;
  const db = database.prisma;
  const meter = createMeter();
  const chat = meter.chat(core.chat);
  const drawer = createDrawer({
    quickchartUrl: config.quickchartUrl,
    timeoutMs: 5_000,
    onFallback: (error) => log.warn({ err: error }, 'the QuickChart server did not draw; drawn here'),
  });
  const connected = await connect(config, {
    ...{ db, clock, chat, log, live: core.live },
    draw: drawer.draw,
    make: (file, reader) => handedTo(org, reader, file),
    keep: core.inbox.saveDraft,
  });
  platforms = connected.platforms.map(meter.platform);
  const courier = createCourier({ prisma: db, clock, platforms, log });
  const jobs = createJobs({
    ...org,
    calendar: workCalendar(),
    platforms: platforms.map(({ name }) => name),
    log,
    courier,
  });
  const upkeep = createUpkeep({
    db,
    clock,
    chat,
    platforms,
    log,
    alone: database.owner,
    refresh: core.live.refresh,
  });
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
