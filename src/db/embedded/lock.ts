import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from './listen.ts';

/*
 * Who may open the folder. A process announces itself by listening on a socket of its own in the folder and
 * only then looks at the others': one that answers is alive, one that refuses is dead, and the kernel alone
 * decides which, so a kill -9 leaves nothing stale behind. Of two that announce themselves at the same time
 * at least one sees the other and withdraws; both may, and try again. A dead socket is removed only by
 * somebody announced, and who finds its own removed starts over: hence at most one process holds the folder.
 */

const prefix = '.lock-';

export interface Lock {
  /** Whether the folder can hold Unix sockets; if not, a loopback port takes their place. */
  readonly onSocket: boolean;
  /** Tells those who joined where the database listens: a loopback port, or 0 for the socket in the folder. */
  serve(port: number): void;
  /** Lets nobody new in, and resolves when the last guest has left. */
  drain(): Promise<void>;
  release(): Promise<void>;
}

/** A living holder, seen from another process. */
export interface Holder {
  /** Resolves to its port once it serves; undefined: it went away before. */
  join(): Promise<number | undefined>;
  gone(): Promise<void>;
  leave(): void;
}

/** Takes the folder, or finds who holds it. */
export async function takeOrFind(dir: string): Promise<Lock | Holder> {
  for (;;) {
    const found = await findHolder(dir);
    if (found) return found;
    const own = await announce(dir);
    try {
      const rival = await findHolder(dir, own.name);
      if (!rival && (await readdir(dir)).includes(own.name)) return own;
      rival?.leave();
    } catch (error) {
      await own.release();
      throw error;
    }
    await own.release();
    await pause(Math.random() * 50);
  }
}

async function announce(dir: string): Promise<Lock & { name: string }> {
  const name = prefix + randomBytes(4).toString('hex');
  const path = join(dir, name);
  const visitors = new Set<Socket>();
  const guests = new Set<Socket>();
  let serving: number | undefined;
  let drained: (() => void) | undefined;

  const admit = (guest: Socket) => {
    if (serving !== undefined) guest.write(`serving ${serving}\n`);
  };
  const [server, port] = await listen(path, (visitor) => {
    visitors.add(visitor);
    visitor.on('error', () => {});
    visitor.on('data', () => {
      if (drained) return; // too late: it will see us go, and try again
      guests.add(visitor);
      admit(visitor);
    });
    visitor.on('close', () => {
      visitors.delete(visitor);
      if (guests.delete(visitor) && guests.size === 0) drained?.();
    });
    visitor.write(`${name}\n`);
  });
  if (port) await writeFile(path, `${port} ${process.pid}`, { mode: 0o600 });

  return {
    name,
    onSocket: port === 0,
    serve(where) {
      serving = where;
      guests.forEach(admit);
    },
    drain: () =>
      new Promise((resolve) => {
        drained = resolve;
        if (guests.size === 0) resolve();
      }),
    async release() {
      for (const visitor of visitors) visitor.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(path, { force: true });
    },
  };
}

/** Whoever is alive in the folder. Given our own name we are announced, and may remove the dead. */
async function findHolder(dir: string, own?: string): Promise<Holder | undefined> {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(prefix) || name === own) continue;
    const socket = await connect(join(dir, name));
    if (socket) {
      const holder = await greet(socket, name);
      if (holder) return holder;
    }
    if (own) await rm(join(dir, name), { force: true });
  }
  return undefined;
}

async function connect(path: string): Promise<Socket | undefined> {
  try {
    const [port, pid] = (await stat(path)).isSocket() ? [] : (await readFile(path, 'utf8')).split(' ');
    if (pid) process.kill(Number(pid), 0);
    const socket = createConnection(port ? { host: '127.0.0.1', port: Number(port) } : { path });
    await once(socket, 'connect');
    socket.on('error', () => {});
    return socket;
  } catch (error) {
    if (gone.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** How a holder that died or is just withdrawing shows itself: to stat, kill and connect. */
const gone = new Set(['ENOENT', 'ESRCH', 'ECONNREFUSED', 'ECONNRESET']);

/** A port may have passed to a stranger: only who answers with the right name is the holder. */
async function greet(socket: Socket, name: string): Promise<Holder | undefined> {
  const lines = createInterface(socket)[Symbol.asyncIterator]();
  const line = () =>
    lines.next().then(
      ({ done, value }) => (done ? undefined : value),
      () => undefined, // reset: gone as well
    );
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  if ((await line()) !== name) {
    socket.destroy();
    return undefined;
  }
  return {
    async join() {
      socket.write('join\n');
      const serving = await line();
      return serving === undefined ? undefined : Number(serving.replace('serving ', ''));
    },
    gone: () => closed,
    leave: () => socket.destroy(),
  };
}
