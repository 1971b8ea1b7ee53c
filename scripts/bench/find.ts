import { findAll } from '../../src/crm/find/all.ts';
import { search } from '../../src/crm/find/search.ts';
import { operator } from '../../src/crm/people/known.ts';
import { insertRows } from '../../src/db/bulk.ts';
import { openDatabase, type PrismaClient } from '../../src/db/client.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { fold } from '../../src/lib/fold.ts';
import { testSettings } from './settings.ts';
import { interleaved, median, milliseconds, percentile, timed } from './stats.ts';
import type { Result } from './table.ts';

const count = 100_000;
const atOnce = 8;

// The first of each are the most common: two people in five are called Nguyễn.
const families = words(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Lương',
);
const middles = words('Thị Văn Minh Đức Ngọc Thanh Hữu Quang Xuân Thu Gia Bảo Anh Hồng Kim Tuấn Phương Như');
const given = words(
  'Lan Hương Hùng Dũng Linh Trang Hà Hải Long Nam Phong Sơn Thảo Yến Vy Khánh Quân Bình Châu Đạt Giang Hạnh Hiếu Hoa Huy Loan My Nga Nhung Phúc Quỳnh Tâm Thắng Thủy Trung Vinh',
);

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

/** The name of one of them: four words, the first two often the same. */
function person(number: number): string {
  const at = (list: readonly string[], part: number) => list[Math.floor(part ** 2 * list.length)];
  const part = (of: number) => (Math.imul(number + 1, of) >>> 0) / 2 ** 32;
  const chosen = [
    at(families, part(2654435761)),
    at(middles, part(2246822519)),
    at(middles, part(3266489917)),
  ];
  return [...chosen, at(given, part(668265263))].join(' ');
}

/** Without accents, and with two neighbours swapped in the longest word. */
function misspelt(name: string): string {
  const [longest = ''] = fold(name)
    .split(' ')
    .toSorted((a, b) => b.length - a.length);
  return fold(name).replace(longest, longest.replace(/(.)(.)(.)(.*)/, '$1$3$2$4'));
}

function words(text: string): string[] {
  return text.split(' ');
}
