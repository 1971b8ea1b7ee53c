import { createHash } from 'node:crypto';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePipeline } from '../../src/crm/pipelines/defaults.ts';
import { openDatabase, type PrismaClient } from '../../src/db/client.ts';

/** What the firm with this number is called: names that have nothing in common. */
export const firm = (number: number) => createHash('md5').update(String(number)).digest('hex').slice(0, 8);

/** A folder for whatever is measured; `remove` it in the end. */
export const shelf = await mkdtemp(join(tmpdir(), 'chot-bench-'));

const base = join(shelf, 'empty');

/** A database folder with so many deals, and nobody who runs it. */
export async function folderWith(deals: number): Promise<string> {
  const folder = await emptyFolder(`deals-${deals}`);
  const database = await openDatabase({ dataDir: folder });
  await fill(database.prisma, deals);
  await database.close();
  return folder;
}

/** A migrated database folder of its own. */
export async function emptyFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(shelf, `${name}-`));
  await cp(base, folder, { recursive: true });
  return folder;
}

export async function makeBase(): Promise<void> {
  const database = await openDatabase({ dataDir: base });
  await ensurePipeline(database.prisma);
  await database.close();
}

/**
 * A company of one team of twenty and two years: three in five deals are closed, the others stand in one of the open
 * stages; a deal has an event for each stage it has been in, two and a half on average.
 */
async function fill(prisma: PrismaClient, deals: number): Promise<void> {
  const firms = Math.max(20, Math.round(deals / 20));
  await prisma.$executeRaw`
    WITH team AS (INSERT INTO team (name, folded) VALUES ('Sales', 'sales') RETURNING id)
    INSERT INTO member (name, folded, role, email, team_id)
    SELECT 'Member ' || i, 'member ' || i, 'REP', 'member' || i || '@example.com', team.id
    FROM team, generate_series(1, 20) i`;
  await prisma.$executeRaw`
    INSERT INTO company (name, folded, owner_id, created_at)
    SELECT name, name, i % 20 + 1, now() - interval '3 years'
    FROM generate_series(1, ${firms}::int) i, LATERAL (SELECT substr(md5(i::text), 1, 8) AS name) n`;
  await prisma.$executeRaw`
    INSERT INTO deal (title, folded, amount, currency, pipeline_id, company_id, owner_id, created_at)
    SELECT name, name, (i * 7919 % 900 + 100) * 1000000, 'VND', 1, i % ${firms}::int + 1, i % 20 + 1,
      now() - (i * 31 % 730 + 1) * interval '1 day'
    FROM generate_series(1, ${deals}::int) i, LATERAL (SELECT substr(md5('deal ' || i), 1, 8) AS name) n`;
  await prisma.$executeRaw`
    INSERT INTO stage_event (deal_id, stage_id, at)
    SELECT d.id, CASE WHEN step = d.id % 4 + 1 AND d.id % 5 < 3 THEN 6 + d.id % 2 ELSE step END,
      d.created_at + (now() - d.created_at) * (step - 1) / 6
    FROM deal d, generate_series(1, d.id % 4 + 1) step`;
  await prisma.$executeRaw`
    INSERT INTO activity (kind, text, at, member_id, deal_id, created_at)
    SELECT 'CALL', 'Called', created_at, owner_id, id, created_at FROM deal`;
  await prisma.$executeRaw`ANALYZE`;
}
