/**
 * The embedded PostgreSQL: PGlite behind a socket, in a worker thread so that a long query does not hold
 * up the event loop. Plain JavaScript, because a worker starts without the loader that runs TypeScript.
 * workerData: { cluster, path }; without path it listens on a loopback port. Posts the port when it serves, 0
 * for the socket at path; 'stop' stops it.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** Emscripten's file system implements neither fsync nor fdatasync; without them a commit is not durable. */
class DurableFS extends NodeFS {
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options);
    const sync = (mod) => {
      mod.FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
        fdatasyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...emscriptenOpts.preRun, sync] } };
  }
}

const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
  // Instead of 128 MB, all of which would be resident; what is not here is in the system's own cache.
  ...['-c', 'shared_buffers=32MB'],
  // There is one backend: joins of all deals fit into memory.
  ...['-c', 'work_mem=16MB'],
];

const open = (dir) =>
  PGlite.create({ fs: new DurableFS(dir), startParams, extensions: { pg_trgm, unaccent } });

/** Made beside its place and moved there when complete: a kill in between leaves nothing half-made. */
async function make(dir) {
  const draft = `${dir}.new`;
  rmSync(draft, { recursive: true, force: true });
  await (await open(draft)).close();
  for (const name of readdirSync(draft, { recursive: true })) sync(join(draft, name));
  renameSync(draft, dir);
  sync(join(dir, '..'));
}

function sync(path) {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

/**
 * The socket server hands the messages of all connections to one backend, one by one. Between a Parse and
 * its Sync another connection's Parse would replace the unnamed statement (seen with statements over
 * 64 KB), so a pipeline keeps the backend to itself as a transaction does. It is handed over whole: message by
 * message each part of the answer would be a packet of its own, and a statement take half as long again.
 */
function onePipelineAtATime(db) {
  let held = [];
  let flushed = false;
  return {
    waitReady: db.waitReady,
    isInTransaction: () => held.length > 0 || flushed || db.isInTransaction(),
    runExclusive: (run) => db.runExclusive(run),
    async execProtocolRawStream(message, options) {
      const type = String.fromCharCode(message[0]);
      held.push(message);
      if ('PBDEC'.includes(type)) return;
      const pipeline = held.length > 1 ? Buffer.concat(held) : message;
      held = [];
      flushed = type === 'H';
      try {
        await db.execProtocolRawStream(pipeline, options);
      } catch (fault) {
        // The backend itself broke (disk full, out of memory). End here: the next start recovers.
        setImmediate(() => {
          throw fault;
        });
        throw fault;
      }
    },
    // Called with ROLLBACK when a connection is lost; the Sync ends what that connection had begun.
    async exec(sql) {
      held = [];
      flushed = false;
      await db.execProtocolRaw(Uint8Array.of(0x53, 0, 0, 0, 4));
      return db.exec(sql);
    },
  };
}

const { cluster, path } = workerData;
if (!existsSync(cluster)) await make(cluster);
const db = await open(cluster);
const where = path ? { path } : { host: '127.0.0.1', port: 0 };
const server = new PGLiteSocketServer({ db: onePipelineAtATime(db), ...where, maxConnections: 100 });
server.addEventListener('listening', ({ detail }) => parentPort.postMessage(detail.port ?? 0));
await server.start();

parentPort.once('message', async () => {
  await server.stop();
  await db.close();
  process.exit();
});
