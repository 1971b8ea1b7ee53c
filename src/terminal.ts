import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { runBackup } from './backup/run.ts';
import { registry } from './commands/index.ts';
import { tellShares } from './commands/lead/tell-shares.ts';
import type { Config } from './config.ts';
import { type Core, createCore } from './core.ts';
import { identify } from './crm/people/identify.ts';
import { connect, openDatabase } from './db/client.ts';
import { DatabaseError } from './db/errors.ts';
import { runExport } from './export/run.ts';
import { translator } from './i18n/index.ts';
import { runImport } from './import/run.ts';
import { fixedClock, systemClock } from './lib/clock.ts';
import { runLine } from './platforms/terminal/index.ts';

const { stdout: out, stderr: err } = process;

/**
 * A command of the terminal, on the same database as the bot, also while it runs. Resolves to the exit code:
 * 0 done, 1 refused with a sentence, 2 a fault.
 */
export async function runTerminal(
  mode: 'crm' | 'import' | 'export' | 'backup' | 'restore',
  argv: readonly string[],
  config: Config,
): Promise<number> {
  const log = pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel }, pino.destination(2));
  const onWait = () => log.warn('another process has the database; waiting for it');
  let core: Core | undefined;
  const open = async (at?: Date) => {
    const database = await openDatabase({ ...config, onWait });
    core = await createCore(database, config, { clock: at ? fixedClock(at) : systemClock, log });
    return core;
  };
  try {
    if (mode === 'backup' || mode === 'restore')
      return await runBackup(mode, argv, {
        clock: systemClock,
        zone: config.zone,
        t: translator(config.locale),
        embedded: !config.databaseUrl,
        connect: () => connect(config),
        out,
        err,
      });
    if (mode === 'import') {
      const { operator: ctx } = await open();
      return await runImport(argv, { ctx, tell: tellShares(ctx), out, err });
    }
    if (mode === 'export') {
      const { org, operator } = await open();
      return await runExport(argv, {
        ctx: (as) => member(org, operator, as),
        t: translator(config.locale),
        out,
        err,
      });
    }
    return await runLine(argv, {
      registry,
      out,
      err,
      locale: config.locale,
      zone: config.zone,
      newId: randomUUID,
      open: async (at) => (await open(at)).chat,
    });
  } catch (error) {
    if (error instanceof DatabaseError) err.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'a fault of ours');
    return 2;
  } finally {
    await core?.close();
  }
}

/** The context of a member by e-mail, as at the command line; without one the operator's. */
async function member(org: Core['org'], operator: Core['operator'], email: string | undefined) {
  if (email === undefined) return operator;
  const person = { platform: 'terminal', userId: email, name: email, email, full: true };
  return identify(org, { person, place: { channel: 'terminal', private: true } });
}
