import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { takeOrFind } from '../../src/db/embedded/lock.ts';
import { DatabaseError } from '../../src/db/errors.ts';
import { cloneTemplate } from '../support/database.ts';
import { shortLived } from '../support/node.ts';

const made: string[] = [];
afterEach(async () => {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true, force: true });
});

async function clone(): Promise<string> {
  const dir = await cloneTemplate();
  made.push(dir);
  return dir;
}

const script = fileURLToPath(new URL('writer.ts', import.meta.url));

/** A process that writes through the real stack, and the names it said were committed. */
function writer(...args: string[]): {
  child: ChildProcess;
  names: string[];
  written(n: number): Promise<void>;
} {
  const child = spawn(process.execPath, [shortLived, '--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const names: string[] = [];
  createInterface(child.stdout).on('line', (name) => names.push(name));
  const written = (n: number) => vi.waitUntil(() => names.length >= n, { timeout: 15_000, interval: 5 });
  return { child, names, written: async (n) => void (await written(n)) };
}

/** How often it is killed; more when asked for: `TEST_KILLS=50 npx vitest run test/db/embedded`. */
const kills = Number(process.env.TEST_KILLS ?? 3);

it('keeps every commit it acknowledged through kill -9 at any moment', async () => {
  const dir = await clone();
  const acknowledged: string[] = [];
  for (let round = 0; round < kills; round++) {
    const { child, names, written } = writer(dir, `r${round}`);
    await written(1 + Math.floor(Math.random() * 300));
    child.kill('SIGKILL');
    await once(child, 'close');
    acknowledged.push(...names);
  }
  expect((await readdir(dir)).some((name) => name.startsWith('.lock-'))).toBe(true); // stale, and no obstacle
  const { prisma, close } = await openDatabase({ dataDir: dir });
  const there = new Set((await prisma.team.findMany()).map((team) => team.name));
  await close();
  expect(acknowledged.filter((name) => !there.has(name))).toEqual([]);
}, 60_000);

it('has each commit on the disk, not only with the operating system, before it acknowledges it', async () => {
  const dir = await clone();
  const log = join(dir, 'syncs');
  const hook = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
    const sync = fs.fdatasyncSync;
    fs.fdatasyncSync = (file) => { fs.appendFileSync('${log}', '.'); sync(file); };
    syncBuiltinESMExports();`;
  const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
  const child = spawn(process.execPath, [
    shortLived,
    '--import',
    'tsx',
    '--import',
    preload,
    script,
    dir,
    'one',
    '50',
  ]);
  await once(child, 'close');
  expect((await stat(log)).size).toBeGreaterThanOrEqual(50);
});

it('serves a second process, and neither loses what it wrote', async () => {
  const dir = await clone();
  const bot = await openDatabase({ dataDir: dir, stay: true });
  const { child, names, written } = writer(dir, 'guest', '200');
  await written(1);
  for (let i = 0; i < 50; i++) await bot.prisma.team.create({ data: { name: 'own', folded: `own-${i}` } });
  await once(child, 'close');
  await bot.close();
  const { prisma, close } = await openDatabase({ dataDir: dir });
  const counts = [await prisma.team.count({ where: { name: 'own' } }), await prisma.team.count()];
  await close();
  expect([names.length, counts]).toEqual([200, [50, 250]]);
});

it('stays open for a guest that is not done, then hands the folder to the bot that waits for it', async () => {
  const dir = await clone();
  const terminal = await openDatabase({ dataDir: dir });
  const guest = await openDatabase({ dataDir: dir });
  const onWait = vi.fn();
  const bot = openDatabase({ dataDir: dir, stay: true, onWait });
  const closing = terminal.close();
  await vi.waitUntil(() => onWait.mock.calls.length > 0);
  await guest.prisma.team.create({ data: { name: 'late', folded: 'late' } });
  await guest.close();
  await closing;
  const { prisma, owner, close } = await bot;
  expect([terminal.owner, guest.owner, owner, await prisma.team.count()]).toEqual([true, false, true, 1]);
  await close();
});

it('makes a new folder once when two start in it at the same time', async () => {
  const dir = join(await clone(), 'new');
  const both = await Promise.all([openDatabase({ dataDir: dir }), openDatabase({ dataDir: dir })]);
  expect(both.map(({ owner }) => owner).sort()).toEqual([false, true]);
  await both[0].prisma.team.create({ data: { name: 'A', folded: 'a' } });
  expect(await both[1].prisma.team.count()).toBe(1);
  await Promise.all(both.map(({ close }) => close()));
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
});

it('lets at most one of many hold the folder', async () => {
  const dir = await clone();
  let inside = 0;
  const seen: number[] = [];
  const contend = async () => {
    for (let turns = 0; turns < 5; ) {
      const found = await takeOrFind(dir);
      if ('gone' in found) {
        await found.gone();
        continue;
      }
      seen.push(++inside);
      await new Promise(setImmediate);
      inside--;
      await found.release();
      turns++;
    }
  };
  await Promise.all(Array.from({ length: 6 }, contend));
  expect(seen).toEqual(Array(30).fill(1));
});

it('works in a folder whose name is too long for a socket', async () => {
  const dir = join(await clone(), 'sâu'.repeat(20), 'sâu'.repeat(20));
  await mkdir(dir, { recursive: true });
  await rename(join(dir, '../../postgres'), join(dir, 'postgres'));
  const owner = await openDatabase({ dataDir: dir });
  const guest = await openDatabase({ dataDir: dir });
  expect([owner.owner, guest.owner, await guest.prisma.team.count()]).toEqual([true, false, 0]);
  await guest.close();
  await owner.close();
});

it('listens on loopback where there are no Unix sockets', async () => {
  const dir = await clone();
  const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' });
  try {
    const owner = await openDatabase({ dataDir: dir });
    const guest = await openDatabase({ dataDir: dir });
    expect((await readdir(dir)).includes('.s.PGSQL.5432')).toBe(false);
    expect([owner.owner, guest.owner, await guest.prisma.team.count()]).toEqual([true, false, 0]);
    await guest.close();
    await owner.close();
  } finally {
    Object.defineProperty(process, 'platform', platform);
  }
});

it('takes over from a dead holder whose port now belongs to somebody else', async () => {
  const dir = await clone();
  const stranger = createServer((socket) => socket.end('220 mail.example.com\r\n')).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  await writeFile(join(dir, '.lock-dead'), `${(stranger.address() as AddressInfo).port} ${process.pid}`);
  const database = await openDatabase({ dataDir: dir });
  expect(database.owner).toBe(true);
  await database.close();
  stranger.close();
});

it('says what to do with a folder of another PostgreSQL', async () => {
  const dir = await clone();
  await writeFile(join(dir, 'postgres/PG_VERSION'), '17\n');
  const opening = openDatabase({ dataDir: dir });
  await expect(opening).rejects.toThrow(DatabaseError);
  await expect(opening).rejects.toThrow(
    /PostgreSQL 17.* reads 18: .*npm run -s backup FILE.*npm run -s restore FILE/,
  );
});
