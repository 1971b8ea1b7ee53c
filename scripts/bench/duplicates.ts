import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { insertRows } from '../../src/db/bulk.ts';
import { openDatabase } from '../../src/db/client.ts';
import { fold } from '../../src/lib/fold.ts';
import { emptyFolder, firm } from './data.ts';
import { person } from './people.ts';
import { interleaved, median, milliseconds } from './stats.ts';
import type { Result } from './table.ts';

const script = fileURLToPath(new URL('scan.ts', import.meta.url));
const sizes = [25_000, 50_000, 100_000] as const;

/** The scan for duplicates among contacts: twice as many must not take much more than twice as long. */
export async function duplicates(): Promise<Result[]> {
  const grown = new Map<number, number[]>();
  const waited: number[] = [];
  const works: Record<string, () => Promise<number>> = {};
  for (const size of sizes) {
    const folder = await folderWith(size);
    works[size] = async () => {
      const run = await scan(folder, size);
      grown.set(size, [...(grown.get(size) ?? []), run.grown]);
      if (size === sizes.at(-1)) waited.push(run.longest);
      return run.took;
    };
  }
  const samples = await interleaved(works, { rounds: 3, warmUp: 0 });
  const scans = sizes.map((size) => ({
    size: size.toLocaleString('en'),
    took: median(samples[size] ?? []),
    grown: median(grown.get(size) ?? []),
  }));
  const ratios = scans.slice(1).map(({ size, took }, i): Result => {
    const half = scans[i] as (typeof scans)[number];
    return {
      what: `scan for duplicates among ${size} contacts`,
      measured: milliseconds(took),
      against: `${half.size}: ${milliseconds(half.took)}`,
      value: took / half.took,
      limit: 3,
      unit: '×',
    };
  });
  const memory = scans.map(
    ({ size, grown }): Result => ({
      what: `memory that the scan of ${size} takes`,
      measured: `${Math.round(grown)} MB`,
      against: 'at its highest, database and all',
      value: grown,
      limit: 256,
      unit: 'MB',
    }),
  );
  const wait: Result = {
    what: 'what others wait for the database at most during that and a quality score',
    measured: milliseconds(median(waited)),
    against: `${waited.length} scans`,
    value: median(waited),
    limit: 1000,
    unit: 'ms',
  };
  return [...ratios, ...memory, wait];
}

interface Run {
  readonly took: number;
  readonly grown: number;
  readonly longest: number;
}

async function scan(folder: string, size: number): Promise<Run> {
  const child = fork(script, [folder], { execArgv: ['--import', 'tsx'] });
  const [[{ groups, ...run }]] = await Promise.all([once(child, 'message'), once(child, 'exit')]);
  if (groups < size / 50) throw new Error(`only ${groups} groups were found`);
  return run;
}

/** Contacts of whom one in fifty has the number of the one before, at a twentieth as many companies. */
async function folderWith(size: number): Promise<string> {
  const folder = await emptyFolder(`contacts-${size}`);
  const { prisma, close } = await openDatabase({ dataDir: folder });
  const firms = size / 20;
  const createdAt = new Date(0);
  const named = (name: string) => ({ name, folded: fold(name), createdAt });
  for (let from = 0; from < firms; from += 1250)
    await insertRows(
      prisma,
      'company',
      Array.from({ length: 1250 }, (_, i) => named(firm(from + i))),
    );
  for (let from = 0; from < size; from += 5000)
    await insertRows(
      prisma,
      'contact',
      Array.from({ length: 5000 }, (_, i) => from + i).map((i) => ({
        ...named(person(i)),
        phone: `+8490${1_000_000 + (i % 50 === 49 ? i - 1 : i)}`,
        email: `person${i}@example.com`,
        companyId: (i % firms) + 1,
      })),
    );
  await prisma.$executeRaw`ANALYZE`;
  await close();
  return folder;
}
