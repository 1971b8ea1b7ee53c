import { rm } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { diffToSchema } from '../../scripts/schema-diff.ts';
import { openEmbedded } from '../../src/db/embedded/open.ts';
import { DatabaseError } from '../../src/db/errors.ts';
import { type Migration, migrate, readMigrations } from '../../src/db/migrate.ts';
import { cloneTemplate, describeOnPostgres, emptyPostgres } from '../support/database.ts';

const dir = await cloneTemplate();
const embedded = await openEmbedded(dir);
const pool = new pg.Pool(embedded.pool);
afterAll(async () => {
  await pool.end();
  await embedded.stop();
  await rm(dir, { recursive: true });
});

const shipped = await readMigrations();
const last = shipped.at(-1) as Migration;
const later = (sql: string): Migration => ({ name: '99991231000000_later', sql, checksum: 'c'.repeat(64) });

const count = async (table: string) =>
  (await pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n;

it('builds what the schema says, no more and no less', async () => {
  expect(await diffToSchema(embedded.pool)).toBe('');
  await pool.query('ALTER TABLE team ADD COLUMN odd int');
  const drift = await diffToSchema(embedded.pool);
  await pool.query('ALTER TABLE team DROP COLUMN odd');
  expect(drift).toMatch(/DROP COLUMN "odd"/);
});

it('does nothing when there is nothing to do', async () => {
  await migrate(pool);
  expect(await count('_prisma_migrations')).toBe(shipped.length);
});

it('refuses a migration that was changed after it was applied', async () => {
  const changed = [...shipped.slice(0, -1), { ...last, checksum: 'f'.repeat(64) }];
  const migrating = migrate(pool, changed);
  await expect(migrating).rejects.toThrow(DatabaseError);
  await expect(migrating).rejects.toThrow(`The migration ${last.name} was changed after it was applied`);
});

it('refuses a database of a newer release', async () => {
  await expect(migrate(pool, shipped.slice(0, -1))).rejects.toThrow(/does not know: start a newer release/);
});

it('undoes the whole of a migration that fails, and applies it once it is mended', async () => {
  const broken = later('CREATE TABLE half (id int); CREATE TABLE half (id int);');
  await expect(migrate(pool, [...shipped, broken])).rejects.toThrow(
    /failed and was undone: .*already exists/,
  );
  await migrate(pool, [...shipped, later('CREATE TABLE half (id int);')]);
  expect(await count('half')).toBe(0);
  await pool.query(`DROP TABLE half; DELETE FROM _prisma_migrations WHERE checksum = '${'c'.repeat(64)}'`);
});

it('refuses to go on after a migration that another tool left failed', async () => {
  await pool.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name)
    VALUES ('x', '${last.checksum}', '${last.name}')`);
  await expect(migrate(pool)).rejects.toThrow(/failed before: mend it/);
  await pool.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = 'x'`);
  await migrate(pool);
});

describeOnPostgres('migrations', () => {
  it('are applied once when several replicas start at the same time', async () => {
    const { databaseUrl, drop } = await emptyPostgres();
    const pools = Array.from({ length: 3 }, () => new pg.Pool({ connectionString: databaseUrl }));
    await Promise.all(pools.map((replica) => migrate(replica)));
    const done = await pools[0]?.query('SELECT migration_name FROM _prisma_migrations');
    await Promise.all(pools.map((replica) => replica.end()));
    await drop();
    expect(done?.rows).toHaveLength(shipped.length);
  });

  it('build the same on a server as embedded', async () => {
    const { databaseUrl, drop } = await emptyPostgres();
    const served = new pg.Pool({ connectionString: databaseUrl });
    await migrate(served);
    const drift = await diffToSchema({ connectionString: databaseUrl });
    await served.end();
    await drop();
    expect(drift).toBe('');
  });

  it('tell who may not create extensions what to ask for', async () => {
    const { databaseUrl, drop } = await emptyPostgres();
    const admin = new pg.Pool({ connectionString: databaseUrl });
    const role = new URL(databaseUrl).pathname.slice(1);
    await admin.query(`CREATE ROLE ${role} LOGIN; GRANT ALL ON SCHEMA public TO ${role}`);
    const url = Object.assign(new URL(databaseUrl), { username: role });
    const app = new pg.Pool({ connectionString: url.href });
    const migrating = migrate(app);
    await expect(migrating).rejects.toThrow(/let an administrator of the server run CREATE EXTENSION/);
    await app.end();
    await admin.query(`REVOKE ALL ON SCHEMA public FROM ${role}; DROP ROLE ${role}`);
    await admin.end();
    await drop();
  });
});
