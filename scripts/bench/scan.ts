/**
 * A scan for duplicates among contacts, in a process of its own so that its memory can be told. Run with: database
 * folder. Says how long it took in milliseconds, and by how many MB of 1024 × 1024 bytes the process has grown;
 * and how long somebody else waited for the database at most, then and while data quality was judged.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { scanDuplicates } from '../../src/crm/duplicates/scan.ts';
import { operator } from '../../src/crm/people/known.ts';
import { openDatabase } from '../../src/db/client.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { quality } from '../../src/metrics/quality/score.ts';
import { testSettings } from './settings.ts';
import { timed } from './stats.ts';

const [dataDir = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDir });
const ctx = operator({ ...testSettings(), db: database.prisma, clock: systemClock, custom: () => [] });
await ctx.db.contact.count();
const before = process.resourceUsage().maxRSS;
let [groups, longest, isOver] = [0, 0, false];
const others = (async () => {
  for (; !isOver; await pause(10)) longest = Math.max(longest, await timed(() => ctx.db.$queryRaw`SELECT 1`));
})();
const took = await timed(async () => {
  groups = (await scanDuplicates(ctx, ['contact'])).length;
});
const grown = (process.resourceUsage().maxRSS - before) / 1024;
await quality(ctx, {});
isOver = true;
await others;
await database.close();
process.send?.({ took, grown, groups, longest });
