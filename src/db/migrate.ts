import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { DatabaseError } from './errors.ts';
import { session } from './session.ts';

const folder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** The lock that Prisma's own `migrate deploy` takes, so that the two never run at once. */
const lock = 72707369;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly checksum: string;
}

/** The migrations of this release, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${folder}/${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Applies what is missing, each migration in a transaction of its own, and keeps Prisma's own table, so that
 * `prisma migrate deploy` and `status` agree. Safe when several processes start at once. Throws DatabaseError
 * when an applied migration was altered, failed, or is not known to this release.
 */
export async function migrate(pool: Pool, shipped?: readonly Migration[]): Promise<void> {
  const migrations = shipped ?? (await readMigrations());
  const client = await session(pool);
  try {
    while (await applyNext(client, migrations));
  } finally {
    client.release();
  }
}

/** One transaction: what is missing is looked up under the lock, for another process may just have done it. */
async function applyNext(client: PoolClient, migrations: readonly Migration[]): Promise<boolean> {
  await client.query('BEGIN');
  try {
    await lockTables(client);
    await client.query(table);
    const next = findNext(migrations, await applied(client));
    if (next) await apply(client, next);
    await client.query('COMMIT');
    return next !== undefined;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Whoever would migrate waits until the caller's transaction has ended. */
export async function lockTables(client: PoolClient): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${lock})`);
}

/** Applies migrations inside the caller's transaction, in a database that has exactly those before them. */
export async function build(client: PoolClient, migrations: readonly Migration[]): Promise<void> {
  await client.query(table);
  for (const migration of migrations) await apply(client, migration);
}

async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  const started = await client.query('SELECT clock_timestamp() AS at');
  try {
    await client.query(sql);
  } catch (error) {
    throw new DatabaseError(`The migration ${name} failed and was undone: ${explain(error as Error)}`, {
      cause: error,
    });
  }
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), checksum, name, started.rows[0].at],
  );
}

function explain(error: Error): string {
  if (!/extension/.test(error.message)) return error.message;
  return (
    `${error.message}. It needs the extensions unaccent and pg_trgm: ` +
    'let an administrator of the server run CREATE EXTENSION for both in this database, then start again.'
  );
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

async function applied(client: PoolClient): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return rows;
}

function findNext(migrations: readonly Migration[], done: readonly Applied[]): Migration | undefined {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of done) {
    const migration = known.get(name);
    if (!migration)
      throw new DatabaseError(
        `The database has the migration ${name}, which this release does not know: start a newer release.`,
      );
    if (!finished_at)
      throw new DatabaseError(
        `The migration ${name} failed before: mend it and mark it with "prisma migrate resolve".`,
      );
    if (migration.checksum !== checksum)
      throw new DatabaseError(
        `The migration ${name} was changed after it was applied: restore its file as it was.`,
      );
  }
  const names = new Set(done.map((row) => row.migration_name));
  return migrations.find((migration) => !names.has(migration.name));
}

/** As Prisma creates it. */
const table = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                    VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum              VARCHAR(64) NOT NULL,
    finished_at           TIMESTAMPTZ,
    migration_name        VARCHAR(255) NOT NULL,
    logs                  TEXT,
    rolled_back_at        TIMESTAMPTZ,
    started_at            TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count   INTEGER NOT NULL DEFAULT 0
  )`;
