/**
 * npx tsx scripts/migration.ts NAME — writes the migration from what the migrations build to what
 * prisma/schema.prisma says. SQL written by hand belongs outside the marked part of the file. The name of the
 * last migration writes the marked part of that one anew, which is right until it was released.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../src/db/embedded/open.ts';
import { type Migration, migrate, readMigrations } from '../src/db/migrate.ts';
import { systemClock } from '../src/lib/clock.ts';
import { diffToSchema } from './schema-diff.ts';

const begin = '-- Generated from prisma/schema.prisma:\n\n';
const end = '\n-- End of the generated part.\n';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('Give the migration a name like lead_notes.');

const migrations = await readMigrations();
const last = migrations.at(-1);
const again = last?.name.endsWith(`_${name}`) ? last : undefined;
const generated = begin + (await diffAfter(again ? migrations.slice(0, -1) : migrations)).trim() + end;
const stamp = systemClock.now().toISOString().replace(/\D/g, '').slice(0, 14);
const path = join('prisma/migrations', again?.name ?? `${stamp}_${name}`, 'migration.sql');
await mkdir(join(path, '..'), { recursive: true });
await writeFile(path, again ? replaceGenerated(await readFile(path, 'utf8')) : generated);
console.log(path);

async function diffAfter(before: readonly Migration[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'chot-migration-'));
  const embedded = await openEmbedded(dir);
  const pool = new pg.Pool(embedded.pool);
  try {
    await migrate(pool, before);
    return await diffToSchema(embedded.pool);
  } finally {
    await pool.end();
    await embedded.stop();
    await rm(dir, { recursive: true });
  }
}

function replaceGenerated(sql: string): string {
  const [from, to] = [sql.indexOf(begin), sql.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no generated part.`);
  return sql.slice(0, from) + generated + sql.slice(to + end.length);
}
