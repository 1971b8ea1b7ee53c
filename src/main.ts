import { existsSync } from 'node:fs';
import pino from 'pino';
import { parseConfig } from './config.ts';
import { DatabaseError } from './db/errors.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const [mode, ...args] = process.argv.slice(2);
const parsed = parseConfig(process.env);

if (!parsed.ok) {
  console.error(
    ['The settings cannot be used (see .env.example):', ...parsed.problems.map((p) => `  ${p}`)].join('\n'),
  );
  process.exit(1);
}
const { config } = parsed;

if (mode === 'crm' || mode === 'import' || mode === 'export' || mode === 'backup' || mode === 'restore') {
  const { runTerminal } = await import('./terminal.ts');
  process.exitCode = await runTerminal(mode, args, config);
} else {
  await runBot();
}

async function runBot(): Promise<void> {
  const log = pino({ level: config.logLevel });
  log.info(
    config.databaseUrl
      ? 'starting'
      : 'starting; the very first start makes the database, which takes some seconds',
  );
  try {
    // The terminal needs none of this: loaded only here, while the database opens in a thread of its own.
    const { openDatabase } = await import('./db/client.ts');
    const onWait = () => log.info('another process has the database; waiting for it to finish');
    const [database, { createApp }] = await Promise.all([
      openDatabase({ ...config, stay: true, onWait }),
      import('./app.ts'),
    ]);
    const app = await createApp(config, database, { log });
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, async () => {
        log.info({ signal }, 'stopping');
        await app.stop();
        process.exit(0);
      });
    await app.start();
    log.info({ url: app.url, playground: config.playground }, 'ready');
    if (config.playground) console.log(`\n  Chốt: ${app.url}\n`);
  } catch (error) {
    // What whoever runs the bot can mend is one sentence; anything else is shown whole.
    if (error instanceof DatabaseError || isSpoken(error)) console.error((error as Error).message);
    else log.fatal({ err: error }, 'the bot could not start');
    process.exit(1);
  }
}

/** An error that was put into words for whoever runs the bot: it has its cause beside it. */
function isSpoken(error: unknown): boolean {
  return error instanceof Error && error.cause !== undefined;
}
