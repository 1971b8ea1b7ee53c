import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import pg from 'pg';
import { operator } from '../../src/crm/people/known.ts';
import { openDatabase } from '../../src/db/client.ts';
import { runImport } from '../../src/import/run.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { firm, shelf } from './data.ts';
import { testSettings } from './settings.ts';
import { interleaved, median, milliseconds, timed } from './stats.ts';
import type { Result } from './table.ts';

const count = 8800;
const day = (n: number) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** Half of them closed, all with a company and an owner. */
const rows = Array.from({ length: count }, (_, i) => ({
  externalId: `X${i}`,
  title: `Imported ${i}`,
  amount: (i % 900) + 100,
  company: firm((i % 20) + 1),
  owner: `Member ${(i % 20) + 1}`,
  stage: i % 2 ? 'Negotiation' : i % 4 ? 'Won' : 'Lost',
  createdAt: day(i % 200),
  closedAt: i % 2 ? '' : day((i % 200) + 40),
}));

/** `import deals` of a CSV file, against a plain multi-row INSERT of the same deals and stage events. */
export async function imports(folder: string): Promise<Result[]> {
  const file = join(shelf, 'deals.csv');
  await writeFile(file, stringify(rows, { header: true }));
  const database = await openDatabase({ dataDir: folder });
  const pool = new pg.Pool({ host: folder, port: 5432, user: 'postgres', database: 'postgres', max: 1 });
  const org = { ...testSettings(), db: database.prisma, clock: systemClock, custom: () => [] };
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  let said = '';
  const err = () =>
    new Writable({
      write(chunk, _encoding, done) {
        said += chunk;
        done();
      },
    });
  const clear = () => pool.query('TRUNCATE deal, stage_event, change, change_entry RESTART IDENTITY CASCADE');
  const samples = await interleaved(
    {
      raw: async () => {
        await clear();
        return timed(() => insert(pool));
      },
      import: async () => {
        await clear();
        return timed(async () => {
          const code = await runImport(['deals', file, '--currency', 'USD'], {
            ctx: operator(org),
            tell: async () => {},
            out: nowhere(),
            err: err(),
          });
          if (code !== 0) throw new Error(`the import failed: ${said}`);
        });
      },
    },
    { rounds: 7, warmUp: 1 },
  );
  const { rows: events } = await pool.query('SELECT count(*)::int FROM stage_event');
  if (events[0].count !== count * 1.5) throw new Error(`imported ${events[0].count} events: ${said}`);
  await pool.end();
  await database.close();
  return [
    {
      what: 'import of a CSV file of 8,800 deals',
      measured: milliseconds(median(samples.import)),
      against: `multi-row INSERT: ${milliseconds(median(samples.raw))}`,
      value: median(samples.import) / median(samples.raw),
      limit: 3,
      unit: '×',
    },
  ];
}

/** The same rows, a thousand a statement, in one transaction. */
async function insert(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  const values = async (into: string, list: readonly unknown[][]) => {
    for (let i = 0; i < list.length; i += 1000) {
      const chunk = list.slice(i, i + 1000);
      const marks = chunk.map((row, r) => `(${row.map((_, c) => `$${r * row.length + c + 1}`).join()})`);
      await client.query(`INSERT INTO ${into} VALUES ${marks.join()}`, chunk.flat());
    }
  };
  await client.query('BEGIN');
  await values(
    'deal (id, external_id, title, folded, amount, currency, pipeline_id, company_id, owner_id, created_at)',
    rows.map((row, i) => [
      ...[i + 1, row.externalId, row.title, row.title.toLowerCase(), row.amount, 'USD', 1],
      ...[(i % 20) + 1, (i % 20) + 1, row.createdAt],
    ]),
  );
  await values(
    'stage_event (deal_id, stage_id, at)',
    rows.flatMap((row, i) => [
      [i + 1, i % 2 ? 4 : 1, row.createdAt],
      ...(row.closedAt ? [[i + 1, i % 4 ? 6 : 7, row.closedAt]] : []),
    ]),
  );
  await client.query('COMMIT');
  client.release();
}
