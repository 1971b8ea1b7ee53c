import { basename } from 'node:path';
import { change } from '../crm/changes/change.ts';
import { lockParents } from '../crm/companies/parent.ts';
import { lockTwins } from '../crm/duplicates/lock.ts';
import type { TellShares } from '../crm/leads/owner.ts';
import { analyse } from '../db/analyse.ts';
import type { Tx } from '../db/client.ts';
import { transaction } from '../db/transaction.ts';
import { hold } from './candidates.ts';
import { type KindName, kindOf } from './kinds/index.ts';
import type { Opened } from './open.ts';
import { type Outcome, placeRows } from './place.ts';
import type { Progress } from './progress.ts';
import { write } from './write.ts';

/** An import is one transaction, and a large one may take its time. */
const timeout = 15 * 60_000;

/** `changeId` is null when there was nothing to write, or nothing was to be written. */
export interface Done extends Outcome {
  readonly changeId: number | null;
}

interface Ports {
  readonly dryRun: boolean;
  readonly progress?: Progress;
  /** Tells those who are given leads. */
  readonly tell: TellShares;
  /** Stands around the work, in its transaction. */
  within?(tx: Tx, work: () => Promise<Done>): Promise<Done>;
}

/** Writes what can be written of a file as one change, or on a dry run tells what that would be. */
export async function carryOut(file: Opened, { within, ...ports }: Ports): Promise<Done> {
  const { ctx, rows } = file;
  const done = await transaction(
    ctx.db,
    async (tx) => {
      // Two imports at once could each make what both miss.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import'))`;
      if (!ports.dryRun) await lock(tx, file.manner.kind);
      const work = () => inside(tx, file, ports);
      return within ? within(tx, work) : work();
    },
    { timeout },
  );
  if (done.changeId !== null && rows.length > 1_000) await analyse(ctx.db);
  return done;
}

/** The tables of which an import reads all rows, each of which it may change. */
const whole: Partial<Record<KindName, string>> = {
  users: 'member',
  companies: 'company',
  products: 'product',
};

/** What is read from here on nobody else changes before it is written. */
async function lock(tx: Tx, kind: KindName): Promise<void> {
  await lockTwins(tx);
  if (kind === 'companies') await lockParents(tx);
  if (whole[kind]) await hold(tx, whole[kind]);
}

async function inside(
  tx: Tx,
  { ctx, manner, rows, rejected: unread, sheet }: Opened,
  { dryRun, progress, tell }: Omit<Ports, 'within'>,
): Promise<Done> {
  const { kind, create } = manner;
  const asked = { ...manner, create: new Set(create), dryRun };
  const placed = await placeRows(tx, kindOf(kind), rows, ctx, asked);
  const outcome = { ...placed, rejected: [...unread, ...placed.rejected] };
  const total = outcome.shelves.reduce(
    (sum, { inserted, updated }) => sum + inserted.length + updated.size,
    0,
  );
  if (dryRun || total === 0) return { ...outcome, changeId: null };
  progress?.start(total);
  try {
    const { changeId } = await change({ ...ctx, db: tx }, `import ${kind}`, (log) =>
      write(log, outcome.shelves, (count) => progress?.wrote(count)),
    );
    const { created, updated, unchanged, rejected } = outcome;
    const counts = { created, updated, unchanged, rejected: rejected.length };
    const file = basename(sheet.file.name);
    await tx.importRun.create({ data: { changeId, kind, file, ...counts } });
    if (outcome.assigned?.shares.length) await tell(tx, changeId, outcome.assigned.shares);
    return { ...outcome, changeId };
  } finally {
    progress?.stop();
  }
}
