import { createHash, randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { connect, type Database, openDatabase, type PrismaClient } from '../../src/db/client.ts';
import { takeOrFind } from '../../src/db/embedded/lock.ts';
import { readMigrations } from '../../src/db/migrate.ts';

export interface TestDatabase extends Database {
  /** Empties every table and starts ids at 1 again, as migrated. */
  truncate(): Promise<void>;
}

/**
 * A real database for one test file, or for a describe: embedded, migrated, empty. Await it where tests are
 * declared, not inside one. The files that one process runs, one after the other, have it in turn.
 */
export async function testDatabase(): Promise<TestDatabase & { readonly dataDir: string }> {
  shared ??= openShared();
  const database = await shared;
  await database.truncate();
  return database;
}

let shared: Promise<TestDatabase & { readonly dataDir: string }> | undefined;

async function openShared() {
  const dataDir = await cloneTemplate();
  // It lives as long as the process: that commits reach the disk is for test/db/embedded, on folders of its own.
  await appendFile(join(dataDir, 'postgres/postgresql.auto.conf'), 'fsync = off\n');
  const database = await openDatabase({ dataDir, stay: true });
  return { ...database, dataDir, truncate: emptying(database.prisma) };
}

/**
 * A folder with a database that nobody runs yet: `migrated` and empty, or `new` as the first start finds it once it is
 * made. Both are made once per migration, for that takes seconds.
 */
export async function cloneTemplate(state: 'migrated' | 'new' = 'migrated'): Promise<string> {
  const template = join(tmpdir(), `chot-test-${await checksum()}`);
  await mkdir(template, { recursive: true, mode: 0o700 });
  for (;;) {
    if (await exists(join(template, 'migrated'))) break;
    const found = await takeOrFind(template);
    if ('gone' in found) {
      await found.gone();
      continue;
    }
    if (!(await exists(join(template, 'migrated')))) await makeTemplate(template);
    await found.release();
  }
  const dir = await mkdtemp(join(inject('shelf'), 'data-'));
  // Thousands of small files: in the thread, one after another, they take a quarter of the time of the asynchronous `cp`.
  cpSync(join(template, state), dir, { recursive: true });
  return dir;
}

async function makeTemplate(template: string): Promise<void> {
  const draft = join(template, 'draft');
  for (const name of ['draft', 'new']) await rm(join(template, name), { recursive: true, force: true });
  const place = { dataDir: draft };
  await (await connect(place)).close();
  cpSync(draft, join(template, 'new'), { recursive: true });
  await (await openDatabase(place)).close();
  await rename(draft, join(template, 'migrated'));
}

const server = process.env.TEST_DATABASE_URL;

export interface PostgresDatabase extends TestDatabase {
  readonly databaseUrl: string;
}

/**
 * Tests that need a PostgreSQL server, for contention above all; skipped by name without TEST_DATABASE_URL.
 * `database()`, to be called inside tests, is a database of their own, migrated and empty, dropped afterwards.
 */
export function describeOnPostgres(name: string, tests: (database: () => PostgresDatabase) => void): void {
  describe.skipIf(!server)(`${name} (on the PostgreSQL server of TEST_DATABASE_URL)`, () => {
    let opened: PostgresDatabase;
    beforeAll(async () => {
      opened = await postgresDatabase();
    });
    afterAll(() => opened.close());
    tests(() => opened);
  });
}

async function postgresDatabase(): Promise<PostgresDatabase> {
  const { databaseUrl, drop } = await emptyPostgres(await template());
  const database = await openDatabase({ databaseUrl, dataDir: '' });
  return {
    ...database,
    databaseUrl,
    truncate: emptying(database.prisma),
    async close() {
      await database.close();
      await drop();
    },
  };
}

/** A database without any table on that server. */
export async function emptyPostgres(
  from = 'template1',
): Promise<{ databaseUrl: string; drop(): Promise<void> }> {
  const name = `chot_test_${randomBytes(6).toString('hex')}`;
  await administer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`));
  return {
    databaseUrl: urlOf(name),
    drop: async () => {
      await administer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** The name of a database with the migrations of now; made by whoever comes first, with a server-wide lock. */
async function template(): Promise<string> {
  const name = `chot_template_${await checksum()}`;
  await administer(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('${name}'))`);
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = '${name}'`);
    if (rowCount) return;
    await client.query(`CREATE DATABASE ${name}_draft`);
    const database = await openDatabase({ databaseUrl: urlOf(`${name}_draft`), dataDir: '' });
    await database.close();
    await client.query(`ALTER DATABASE ${name}_draft RENAME TO ${name}`);
  });
  return name;
}

async function administer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(server ?? '');
  url.pathname = database;
  return url.href;
}

/**
 * In one statement, so that it does not matter who refers to whom. Deleting a test's few rows takes a tenth of
 * the time of TRUNCATE, which makes every table and index anew.
 */
function emptying(prisma: PrismaClient): () => Promise<void> {
  let statement: string | undefined;
  return async () => {
    statement ??= await emptyingStatement(prisma);
    await prisma.$queryRawUnsafe(statement);
  };
}

async function emptyingStatement(prisma: PrismaClient): Promise<string> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const sequences = await prisma.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(sequencename) AS name FROM pg_sequences WHERE schemaname = 'public'`;
  const deletes = tables.map(({ name }, i) => `d${i} AS (DELETE FROM ${name})`);
  return `WITH ${deletes} SELECT ${sequences.map(({ name }) => `setval('${name}', 1, false)`)}`;
}

async function checksum(): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of await readMigrations()) hash.update(migration.checksum);
  return hash.digest('hex').slice(0, 12);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
