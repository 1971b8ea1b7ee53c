import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runBackup } from '../../src/backup/run.ts';
import { connect, openDatabase, type Place } from '../../src/db/client.ts';
import { build, readMigrations } from '../../src/db/migrate.ts';
import { seedDemo } from '../../src/demo/index.ts';
import { translator } from '../../src/i18n/index.ts';
import { company } from '../support/company.ts';
import { cloneTemplate, describeOnPostgres, emptyPostgres, testDatabase } from '../support/database.ts';
import { Sink } from '../support/sink.ts';

const database = await testDatabase();
const dir = await mkdtemp(join(tmpdir(), 'chot-backup-'));
const file = join(dir, 'chot.gz');
let acme: Awaited<ReturnType<typeof company>>;

beforeAll(async () => {
  acme = await company(database);
  await seedDemo(acme.db, acme.org);
  const lan = await acme.member('Tester', 'manager');
  await acme.say(lan, 'deal add "Số lẻ \\ \n ✓" 1234567,89 usd');
  await acme.say(lan, 'deal add Thừa 5tr');
  await acme.say(lan, 'undo');
  const made = await run('backup', here);
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('rows are in') });
}, 60_000);
afterAll(() => rm(dir, { recursive: true }));

const here: Place = { dataDir: database.dataDir };
/** Where nothing is yet. */
let folders = 0;
const folder = (): Place => ({ dataDir: join(dir, `data-${++folders}`) });
/** A database that is as new, without the seconds that it takes to make one. */
const fresh = async (): Promise<Place> => ({ dataDir: await cloneTemplate('new') });
const migrated = async (): Promise<Place> => ({ dataDir: await cloneTemplate() });

async function run(mode: 'backup' | 'restore', place: Place, argv: readonly string[] = [file]) {
  const [out, err] = [new Sink(), new Sink()];
  const code = await runBackup(mode, argv, {
    clock: acme.clock,
    zone: 'Asia/Ho_Chi_Minh',
    t: translator('en'),
    embedded: !place.databaseUrl,
    connect: () => connect(place),
    out,
    err,
  });
  return { code, out: out.text, err: err.text };
}

/** Every row of every table as text, and the next number of every sequence. */
async function contents(place: Place): Promise<Record<string, string[]>> {
  const { pool, close } = await connect(place);
  const all = async (sql: string) => (await pool.query<{ v: string }>(sql)).rows.map(({ v }) => v);
  const kept: Record<string, string[]> = {};
  for (const name of await all(
    "SELECT tablename AS v FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'word' ORDER BY 1",
  ))
    kept[name] = await all(
      name === '_prisma_migrations'
        ? 'SELECT migration_name || checksum AS v FROM _prisma_migrations ORDER BY 1'
        : `SELECT t::text AS v FROM "${name}" t ORDER BY 1`,
    );
  kept.sequences = await all(
    "SELECT sequencename || ' ' || last_value AS v FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
  );
  kept.links = await all(
    "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated AS v FROM pg_constraint WHERE contype IN ('f', 'p', 'u') AND connamespace = 'public'::regnamespace ORDER BY 1",
  );
  await close();
  return kept;
}

describe('a backup', () => {
  it('comes back into a new folder row by row, and the bot goes on from there', async () => {
    const place = folder();
    const before = await contents(here);
    expect(before.deal?.length).toBeGreaterThan(100);
    expect(await run('restore', place)).toMatchObject({
      code: 0,
      out: expect.stringContaining('18 Nov 2026'),
    });
    expect(await contents(place)).toEqual(before);
    const again = await openDatabase(place);
    const grown = await company(again, { clock: acme.clock });
    const [{ id: last } = { id: 0 }] = await acme.db.$queryRaw<{ id: number }[]>`
      SELECT last_value::int AS id FROM pg_sequences WHERE sequencename = 'deal_id_seq'`;
    const tester = { platform: 'playground', userId: 'tester', name: 'Tester', full: true } as const;
    await grown.ask(tester, 'deal add Mới 5tr', 'another key');
    expect((await grown.db.deal.findFirstOrThrow({ orderBy: { id: 'desc' } })).id).toBe(last + 1);
    await again.close();
  }, 60_000);

  it('is readable by its owner alone, with nothing left beside it', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(dir)).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('of an older release is restored as that was, and brought up to date', async () => {
    const [old, restored] = [await fresh(), await fresh()];
    const migrations = await readMigrations();
    const { pool, close } = await connect(old);
    const client = await pool.connect();
    await client.query('BEGIN');
    await build(client, migrations.slice(0, 1));
    await client.query(
      `INSERT INTO draft (command, wire, created_at) VALUES ('deal.add', '{"title": "A"}', now())`,
    );
    await client.query('COMMIT');
    client.release();
    await close();
    const older = join(dir, 'older.gz');
    expect((await run('backup', old, [older])).code).toBe(0);
    expect((await run('restore', restored, [older])).code).toBe(0);
    const { prisma, close: end } = await openDatabase(restored);
    expect(await prisma.draft.findMany()).toMatchObject([{ wire: { title: 'A' }, person: null }]);
    await end();
  }, 60_000);

  it('cannot be written: nothing is left, and the backup that was there stays', async () => {
    const before = await readFile(file);
    const closed = await mkdtemp(join(dir, 'closed-'));
    for (const to of [join(dir, 'nowhere', 'chot.gz'), closed]) {
      const refused = await run('backup', here, [to]);
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('I cannot write') });
    }
    expect(await readFile(file)).toEqual(before);
    expect((await readdir(dir)).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('of nothing is not made', async () => {
    expect(await run('backup', await fresh(), [join(dir, 'empty.gz')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing to back up'),
    });
    for (const argv of [[], [file, file], ['--help']])
      expect((await run('backup', here, argv)).err).toContain('name one file');
  });
});

describe('nothing is restored', () => {
  const damaged = join(dir, 'damaged.gz');
  let place: Place;

  beforeEach(() => {
    place = folder();
  });

  /** Refused before a database is even looked at. */
  async function refused(sentence: string) {
    expect(await run('restore', place, [damaged])).toMatchObject({
      code: 1,
      err: expect.stringContaining(sentence),
    });
    await expect(stat(place.dataDir)).rejects.toThrow('ENOENT');
  }
  const altered = async (alter: (text: string) => string) =>
    writeFile(damaged, gzipSync(alter(gunzipSync(await readFile(file)).toString())));

  it.each([0.02, 0.5, 0.98, 1])('of a file that is cut off: %s of it', async (share) => {
    const whole = await readFile(file);
    await writeFile(damaged, whole.subarray(0, Math.floor(whole.length * share) - 1));
    await refused('cut off');
  });

  it('of a file with a wrong bit', async () => {
    const whole = await readFile(file);
    whole[whole.length >> 1] = (whole[whole.length >> 1] as number) ^ 1;
    await writeFile(damaged, whole);
    await refused('damaged');
  });

  it('of a file that has lost or gained a row', async () => {
    await altered((text) => text.split('\n').toSpliced(5, 1).join('\n'));
    await refused('damaged');
    await altered((text) => `${text}{}\n`);
    await refused('damaged');
  });

  it('of a file that is no backup, or is not there', async () => {
    for (const other of ['', 'id,name\n1,Acme\n', gzipSync('{"chot":2}\n'), gzipSync('hello\n')]) {
      await writeFile(damaged, other);
      await refused('not a backup');
    }
    await rm(damaged);
    await refused('cannot read');
  });

  it('of a newer release', async () => {
    await altered((text) => text.replace(/"migrations":\[/, '"migrations":["20990101000000_later",'));
    await refused('newer release');
  });

  it('into a database that holds something, or that somebody uses', async () => {
    const before = await contents(here);
    expect((await run('restore', here)).err).toContain('Another process is using');
    expect((await run('restore', await migrated())).err).toContain('not empty');
    expect(await contents(here)).toEqual(before);
  }, 60_000);

  it('of rows that do not fit together: all of it is taken back', async () => {
    const place = await fresh();
    await altered((text) => text.replace(/("company_id"):\d+/, '$1:999999'));
    expect((await run('restore', place, [damaged])).err).toContain('damaged');
    expect(Object.keys(await contents(place))).toEqual(['sequences', 'links']);
  }, 60_000);
});

/** Three people open deals until the work is done. */
async function busy<T>(team: Awaited<ReturnType<typeof company>>, work: () => Promise<T>): Promise<T> {
  const people = await Promise.all(['Một', 'Hai', 'Ba'].map((name) => team.member(name, 'manager')));
  let isOver = false;
  const opened = people.map(async (person) => {
    let count = 0;
    for (; !isOver; count++) expect((await team.say(person, `deal add Kho ${count} 5tr`)).ok).toBe('done');
    return count;
  });
  const done = await work().finally(() => {
    isOver = true;
  });
  expect(Math.min(...(await Promise.all(opened)))).toBeGreaterThan(0);
  return done;
}

/** What belongs together in a restored database: a change, what it made, and that it was made by nothing else. */
async function isWhole(place: Place): Promise<void> {
  const { pool, close } = await connect(place);
  const { rows } = await pool.query(`
    SELECT (SELECT count(*) FROM change WHERE command = 'deal.add') AS changes,
      (SELECT count(*) FROM deal WHERE title LIKE 'Kho %') AS deals,
      (SELECT count(*) FROM change_entry e WHERE record = 'deal' AND EXISTS (SELECT FROM deal d WHERE d.id = e.row_id)) AS entries,
      (SELECT count(*) FROM deal d WHERE title LIKE 'Kho %' AND EXISTS (SELECT FROM stage_event v WHERE v.deal_id = d.id)) AS opened`);
  await close();
  const [{ changes, deals, entries, opened }] = rows;
  expect([deals, entries, opened]).toEqual([changes, changes, changes]);
}

it('a backup of a folder is of one instant while commands write', async () => {
  const place = await migrated();
  const bot = await openDatabase({ ...place, stay: true });
  const restored = await fresh();
  const other = join(dir, 'busy.gz');
  expect(await busy(await company(bot), () => run('backup', place, [other]))).toMatchObject({ code: 0 });
  await bot.close();
  expect(await run('restore', restored, [other])).toMatchObject({ code: 0 });
  await isWhole(restored);
}, 60_000);

describeOnPostgres('a backup of a server', (postgres) => {
  it('is of one instant while commands write, and is restored on a server and in a folder alike', async () => {
    const { databaseUrl } = postgres();
    const team = await company(postgres());
    await seedDemo(team.db, team.org);
    const other = join(dir, 'server.gz');
    expect(await busy(team, () => run('backup', { databaseUrl, dataDir: '' }, [other]))).toMatchObject({
      code: 0,
    });
    const empty = await emptyPostgres();
    const server: Place = { databaseUrl: empty.databaseUrl, dataDir: '' };
    const embedded = await fresh();
    for (const place of [server, embedded]) {
      expect(await run('restore', place, [other])).toMatchObject({ code: 0 });
      await isWhole(place);
    }
    expect(await contents(server)).toEqual(await contents(embedded));
    expect((await run('restore', server, [other])).err).toContain('not empty');
    await empty.drop();
  }, 120_000);

  it('takes a company from a folder to a server, row by row', async () => {
    const empty = await emptyPostgres();
    const server: Place = { databaseUrl: empty.databaseUrl, dataDir: '' };
    expect(await run('restore', server)).toMatchObject({ code: 0 });
    expect(await contents(server)).toEqual(await contents(here));
    await empty.drop();
  }, 60_000);
});
