import type { Pool, PoolClient } from 'pg';
import { build, lockTables, readMigrations } from '../migrate.ts';
import { session } from '../session.ts';
import { quoted, type Snapshot } from './snapshot.ts';

const batch = { rows: 1_000, characters: 1_000_000 };

/** Whether this release knows all migrations of a snapshot. */
export async function isKnown({ migrations }: Snapshot): Promise<boolean> {
  const known = await readMigrations();
  return migrations.every((name, i) => known[i]?.name === name);
}

/**
 * Puts a snapshot into an empty database: into tables as they were at its migrations, which are then brought up to
 * date. All of it or nothing; a bot that is started meanwhile waits. False where the database is not empty.
 */
export async function loadSnapshot(
  pool: Pool,
  snapshot: Snapshot,
  rows: AsyncIterable<string>,
  wrote: (rows: number) => void,
): Promise<boolean> {
  const client = await session(pool);
  try {
    await client.query('BEGIN');
    await lockTables(client);
    if (!(await isEmpty(client))) return false;
    const migrations = await readMigrations();
    const count = snapshot.migrations.length;
    await build(client, migrations.slice(0, count));
    await unlinked(client, () => fill(client, snapshot, rows, wrote));
    for (const [name, last] of snapshot.sequences)
      await client.query('SELECT setval(quote_ident($1)::regclass, $2)', [name, last]);
    await build(client, migrations.slice(count));
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return true;
  } finally {
    // After COMMIT there is nothing to roll back.
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

async function isEmpty(client: PoolClient): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM pg_tables WHERE schemaname = 'public' LIMIT 1");
  return rowCount === 0;
}

/** Rows may come before those they point to: links are taken away, and made and checked anew at the end. */
async function unlinked(client: PoolClient, work: () => Promise<void>): Promise<void> {
  const { rows: links } = await client.query<{ table: string; name: string; rule: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS rule
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of links) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await work();
  for (const { table, name, rule } of links)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${rule}`);
}

async function fill(
  client: PoolClient,
  { tables }: Snapshot,
  rows: AsyncIterable<string>,
  wrote: (rows: number) => void,
): Promise<void> {
  const next = rows[Symbol.asyncIterator]();
  for (const [name, count] of tables) {
    let [held, size]: [string[], number] = [[], 0];
    for (let left = count; left > 0; left--) {
      const { value } = await next.next();
      held.push(value);
      size += value.length;
      if (left > 1 && held.length < batch.rows && size < batch.characters) continue;
      await client.query(
        `INSERT INTO ${quoted(name)} SELECT * FROM json_populate_recordset(NULL::${quoted(name)}, $1::json)`,
        [`[${held.join()}]`],
      );
      wrote(held.length);
      [held, size] = [[], 0];
    }
  }
}
