import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import pg from 'pg';
import { operator } from '../../src/crm/people/known.ts';
import { openDatabase } from '../../src/db/client.ts';
import { runImport } from '../../src/import/run.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { fold } from '../../src/lib/fold.ts';
import { firm, shelf } from './data.ts';
import { person } from './people.ts';
import { testSettings } from './settings.ts';
import { interleaved, median, milliseconds, timed } from './stats.ts';
import type { Result } from './table.ts';

const count = 100_000;

/** One in fifty has the number of the one before: a twin, which is reported and not written. */
const rows = Array.from({ length: count }, (_, i) => ({
  externalId: `L${i}`,
  name: person(i),
  phone: `+8490${1_000_000 + (i % 50 === 49 ? i - 1 : i)}`,
  email: `person${i}@example.com`,
  company: firm(i % 20_000),
  source: 'website',
  region: i % 2 ? 'Nam' : 'Bắc',
  createdAt: '2026-01-05',
}));

/** `import leads` with the search for duplicates, against a plain multi-row INSERT of the same leads. */
export async function leadImports(folder: string): Promise<Result[]> {
  const file = join(shelf, 'leads.csv');
  await writeFile(file, stringify(rows, { header: true }));
  const database = await openDatabase({ dataDir: folder });
  const pool = new pg.Pool({ host: folder, port: 5432, user: 'postgres', database: 'postgres', max: 1 });
  const ctx = operator({ ...testSettings(), db: database.prisma, clock: systemClock, custom: () => [] });
  const clear = () => pool.query('TRUNCATE lead, word, change, change_entry RESTART IDENTITY CASCADE');
  const samples = await interleaved(
    {
      raw: async () => {
        await clear();
        return timed(() => insert(pool));
      },
      import: async () => {
        await clear();
        const nowhere = new PassThrough().resume();
        const argv = ['leads', file, '--date-format', 'YYYY-MM-DD'];
        const took = await timed(() =>
          runImport(argv, { ctx, tell: async () => {}, out: nowhere, err: nowhere }),
        );
        const written = await database.prisma.lead.count();
        if (written !== count * 0.98) throw new Error(`${written} leads were written`);
        return took;
      },
    },
    { rounds: 3, warmUp: 0 },
  );
  await pool.end();
  await database.close();
  return [
    {
      what: 'import of a CSV file of 100,000 leads, duplicates searched for',
      measured: milliseconds(median(samples.import)),
      against: `multi-row INSERT: ${milliseconds(median(samples.raw))}`,
      value: median(samples.import) / median(samples.raw),
      limit: 6,
      unit: '×',
    },
  ];
}

/** The same rows, a thousand a statement, in one transaction. */
async function insert(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  for (let i = 0; i < count; i += 1000) {
    const chunk = rows
      .slice(i, i + 1000)
      .map(({ name, ...row }) => [name, fold(name), ...Object.values(row)]);
    const marks = chunk.map((row, r) => `(${row.map((_, c) => `$${r * row.length + c + 1}`).join()})`);
    await client.query(
      `INSERT INTO lead (name, folded, external_id, phone, email, company_name, source, region, created_at)
      VALUES ${marks.join()}`,
      chunk.flat(),
    );
  }
  await client.query('COMMIT');
  client.release();
}
