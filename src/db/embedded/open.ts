import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolConfig } from 'pg';
import { DatabaseError } from '../errors.ts';
import { type Folder, openFolder } from './folder.ts';
import { type Lock, takeOrFind } from './lock.ts';

export interface Embedded {
  readonly pool: PoolConfig;
  /** Whether this process runs the database; if not, another one does and we are its guest. */
  readonly owner: boolean;
  stop(): Promise<void>;
}

/** How long an owner that was told to stop lets its guests finish. */
const grace = 5_000;

/**
 * Opens the database in a folder. One process runs it, others join it as guests while it lasts.
 * `stay`, for the bot: never be a guest, whose database goes away with its owner, but wait for one's turn
 * (`onWait` is told), and stop without waiting for guests longer than a moment. Without it, for a command of
 * the terminal: join whoever runs it, or run it and stop when the last guest has left.
 */
export async function openEmbedded(
  dataDir: string,
  { stay = false, onWait = () => {} }: { stay?: boolean; onWait?: () => void } = {},
): Promise<Embedded> {
  const folder = await openFolder(dataDir);
  for (;;) {
    const found = await takeOrFind(folder.path);
    if ('serve' in found) return own(folder, found, stay);
    if (stay) {
      onWait();
      await found.gone();
      continue;
    }
    const port = await found.join();
    if (port === undefined) continue;
    const stop = async () => {
      found.leave();
      await folder.forget();
    };
    return { pool: at(folder, port, 5), owner: false, stop };
  }
}

async function own(folder: Folder, lock: Lock, stay: boolean): Promise<Embedded> {
  const path = join(folder.path, '.s.PGSQL.5432');
  await rm(path, { force: true });
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { cluster: folder.cluster, path: lock.onSocket ? path : undefined },
  });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  }).catch(async (error) => {
    await lock.release();
    await folder.forget();
    throw new DatabaseError(`The database in ${folder.cluster} does not start: ${error.message}`, {
      cause: error,
    });
  });
  worker.removeAllListeners('error'); // from here on a fault of the database ends the process
  lock.serve(port);
  return {
    // The database does one thing after the other: with one connection what waits does so here, and statements are kept.
    pool: { ...at(folder, port, 1), idleTimeoutMillis: 0, connectionTimeoutMillis: 0 },
    owner: true,
    async stop() {
      const drained = lock.drain();
      await (stay ? Promise.race([drained, after(grace)]) : drained);
      worker.postMessage('stop');
      await once(worker, 'exit');
      await lock.release();
      await folder.forget();
    },
  };
}

function at(folder: Folder, port: number, max: number): PoolConfig {
  const where = port ? { host: '127.0.0.1', port } : { host: folder.path, port: 5432 };
  return { ...where, user: 'postgres', database: 'postgres', max };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
