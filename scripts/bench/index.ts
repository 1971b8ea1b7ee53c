/**
 * `npm run bench`: what this software promises about its speed and size, measured on this machine, as ratios where
 * that is possible. Everything runs in temporary folders and on loopback. `npm run bench -- start import` measures
 * only these.
 */
import { rm } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { acks } from './acks.ts';
import { commands } from './commands.ts';
import { emptyFolder, folderWith, makeBase, shelf } from './data.ts';
import { duplicates } from './duplicates.ts';
import { find } from './find.ts';
import { imports } from './import.ts';
import { leadImports } from './import-leads.ts';
import { pipeline } from './pipeline.ts';
import { memories, starts } from './start.ts';
import { type Result, table } from './table.ts';

const benches: Record<string, () => Promise<Result[]>> = {
  commands: async () => commands(await folderWith(2_000)),
  acks: async () => acks(await folderWith(100_000)),
  pipeline: async () => pipeline(await folderWith(100_000)),
  find: async () => find(await emptyFolder('find')),
  import: async () => imports(await folderWith(20)),
  'import-leads': async () => leadImports(await emptyFolder('leads')),
  duplicates,
  start: async () => starts(await emptyFolder('demo')),
  memory: async () => memories(await folderWith(2_000)),
};

const wanted = process.argv.slice(2);
const results: Result[] = [];
try {
  await makeBase();
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length && !wanted.includes(name)) continue;
    console.error(`${name} …`);
    results.push(...(await bench()));
  }
} finally {
  await rm(shelf, { recursive: true, force: true });
}
const [cpu] = cpus();
const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
console.log(`\n${cpus().length} × ${cpu?.model}, ${memory}, ${process.platform}, Node ${process.version}\n`);
console.log(table(results));
