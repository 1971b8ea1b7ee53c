import { findAll } from '../../src/crm/find/all.ts';
import { search } from '../../src/crm/find/search.ts';
import { operator } from '../../src/crm/people/known.ts';
import { insertRows } from '../../src/db/bulk.ts';
import { openDatabase, type PrismaClient } from '../../src/db/client.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { fold } from '../../src/lib/fold.ts';
import { person } from './people.ts';
import { testSettings } from './settings.ts';
import { interleaved, median, milliseconds, percentile, timed } from './stats.ts';
import type { Result } from './table.ts';

const count = 100_000;
const atOnce = 8;

/** `/find` without accents and with a slip of the pen, and the type-ahead, among as many contacts and as many leads. */
export async function find(folder: string): Promise<Result[]> {
  const database = await openDatabase({ dataDir: folder });
  const { prisma } = database;
  await fill(prisma);
  const ctx = operator({ ...testSettings(), db: prisma, clock: systemClock, custom: () => [] });
  let asked = 0;
  const samples = await interleaved(
    {
      exact: () =>
        timed(() => prisma.$queryRaw`SELECT * FROM lead WHERE folded = ${fold(person(++asked * 97))}`),
      find: () =>
        timed(() => findAll(ctx, ['deal', 'lead', 'contact', 'company'], misspelt(person(++asked * 97)))),
    },
    { rounds: 300, warmUp: 60 },
  );
  const took: number[] = [];
  const type = async () => {
    while (took.length < 800) {
      const name = fold(person(++asked * 97));
      const typed = name.slice(0, 1 + (asked % name.length));
      took.push(await timed(() => search(ctx, [asked % 2 ? 'lead' : 'contact'], typed)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, type));
  await database.close();
  return [
    {
      what: '/find with a slip of the pen among 100,000 contacts and 100,000 leads',
      measured: milliseconds(median(samples.find)),
      against: `the exact name by an index: ${milliseconds(median(samples.exact))}`,
      value: median(samples.find) / median(samples.exact),
      limit: 5,
      unit: '×',
    },
    {
      what: `type-ahead among them, ${atOnce} at once`,
      measured: `p99 ${milliseconds(percentile(took, 0.99))}`,
      against: `median ${milliseconds(median(took))}`,
      value: percentile(took, 0.99),
      limit: 1000,
      unit: 'ms',
    },
  ];
}

async function fill(prisma: PrismaClient): Promise<void> {
  for (let from = 0; from < count; from += 5000) {
    const rows = Array.from({ length: 5000 }, (_, i) => person(from + i)).map((name) => ({
      ...{ name, folded: fold(name), createdAt: new Date(0) },
    }));
    await insertRows(prisma, 'contact', rows);
    await insertRows(
      prisma,
      'lead',
      rows.map((row) => ({ ...row, source: 'website', status: 'NEW' })),
    );
  }
  await prisma.$executeRaw`ANALYZE`;
}

/** Without accents, and with two neighbours swapped in the longest word. */
function misspelt(name: string): string {
  const [longest = ''] = fold(name)
    .split(' ')
    .toSorted((a, b) => b.length - a.length);
  return fold(name).replace(longest, longest.replace(/(.)(.)(.)(.*)/, '$1$3$2$4'));
}
