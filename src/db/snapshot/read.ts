import type { Pool, PoolClient } from 'pg';
import { session } from '../session.ts';
import { quoted, type Snapshot } from './snapshot.ts';

const batch = 1_000;

/**
 * Hands over all rows as they were at one instant, as JSON and table by table, while others go on writing. (An
 * embedded database does one thing at a time: there they wait.) Undefined where there is nothing.
 */
export async function readSnapshot<T>(
  pool: Pool,
  work: (snapshot: Snapshot, rows: AsyncIterable<readonly string[]>) => Promise<T>,
): Promise<T | undefined> {
  const client = await session(pool);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const snapshot = await describe(client);
    return snapshot && (await work(snapshot, rowsOf(client, snapshot)));
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

async function describe(client: PoolClient): Promise<Snapshot | undefined> {
  const all = async <R extends object>(sql: string) => (await client.query<R>(sql)).rows;
  const [made] = await all<{ made: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS made",
  );
  if (!made?.made) return undefined;
  const migrations = await all<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  // The words of all names are written by triggers, when the names are. Files that were dropped are there for a day.
  const tables = await all<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'word', 'upload') ORDER BY 1`,
  );
  const counted: [string, number][] = [];
  for (const { name } of tables) {
    const [row] = await all<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${quoted(name)}`);
    counted.push([name, row?.rows ?? 0]);
  }
  // No part of the snapshot, and never behind it: they are read later.
  const sequences = await all<{ name: string; last: number }>(
    `SELECT sequencename AS name, last_value::int AS last FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  );
  return {
    migrations: migrations.map(({ name }) => name),
    tables: counted,
    sequences: sequences.map(({ name, last }) => [name, last]),
  };
}

/** PostgreSQL writes the JSON and will read it: no number passes through a float. */
async function* rowsOf(client: PoolClient, { tables }: Snapshot): AsyncGenerator<readonly string[]> {
  for (const [name] of tables) {
    await client.query(
      `DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${quoted(name)} t`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${batch} FROM rows`);
      if (rows.length === 0) break;
      yield rows.map(({ row }) => row);
    }
    await client.query('CLOSE rows');
  }
}
