import { change } from '../crm/changes/change.ts';
import type { Ctx } from '../crm/context.ts';
import type { TellShares } from '../crm/leads/owner.ts';
import { analyse } from '../db/analyse.ts';
import { transaction } from '../db/transaction.ts';
import { Refusal } from '../i18n/refusal.ts';
import { plain } from '../lib/text.ts';
import { writeErrors } from './errors-file.ts';
import { fileOnDisk } from './file.ts';
import { kindOf } from './kinds/index.ts';
import { type Options, readOptions } from './options.ts';
import { type Outcome, placeRows } from './place.ts';
import { createProgress } from './progress.ts';
import { readRows } from './read.ts';
import { readAs, reportOf, summaryOf } from './report.ts';
import { openSheet } from './sheet.ts';
import { usage } from './usage.ts';
import { write } from './write.ts';

export interface ImportPorts {
  /** On whose behalf: the operator. */
  readonly ctx: Ctx;
  /** Tells those who are given leads. */
  readonly tell: TellShares;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** An import is one transaction, and a large one may take its time. */
const timeout = 15 * 60_000;

/**
 * `import <kind> FILE.csv …`: reads the whole file, then writes what can be written as one change. Resolves to
 * the exit code: 0 done (rows that were not written are reported), 1 refused with a sentence. Rejects on a fault.
 */
export async function runImport(
  argv: readonly string[],
  { ctx, tell, out, err }: ImportPorts,
): Promise<0 | 1> {
  const { t } = ctx;
  const say = (stream: NodeJS.WritableStream, lines: readonly string[]) => {
    if (lines.length) stream.write(`${lines.join('\n')}\n`);
  };
  try {
    const options = readOptions(argv);
    if (options === 'help') {
      say(out, usage(t));
      return 0;
    }
    const org = { now: ctx.now, zone: options.zone ?? ctx.zone, currency: options.currency ?? ctx.currency };
    const sheet = await openSheet(await fileOnDisk(options.file));
    const file = await readRows(sheet, kindOf(options.kind, ctx.custom), options, org);
    const { columns } = file;
    say(err, [readAs(sheet, file, t)]);
    if (columns.unused.length)
      say(err, [t('import.unused', { columns: columns.unused.map(plain).join(', ') })]);
    const { changeId, ...outcome } = await work(
      { ...ctx, ...org },
      options,
      file.rows,
      createProgress(t, err),
      tell,
    );
    if (changeId !== null && file.rows.length > 1_000) await analyse(ctx.db);
    const rejected = [...file.rejected, ...outcome.rejected];
    say(err, reportOf(rejected, columns, t));
    if (options.errors && rejected.length) await writeErrors(options.errors, { sheet, rejected, columns, t });
    say(
      out,
      summaryOf(
        outcome,
        { kind: options.kind, rejected: rejected.length, changeId, dryRun: options.dryRun },
        t,
      ),
    );
    return rejected.length === file.rows.length + file.rejected.length ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(err, [error.in(t)]);
    return 1;
  }
}

/** `changeId` is null when there was nothing to write. */
function work(
  ctx: Ctx,
  options: Options,
  rows: Parameters<typeof placeRows>[2],
  progress: ReturnType<typeof createProgress>,
  tell: TellShares,
): Promise<Outcome & { changeId: number | null }> {
  return transaction(
    ctx.db,
    async (tx) => {
      // Two imports at once could each make what both miss.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import'))`;
      const outcome = await placeRows(tx, kindOf(options.kind), rows, ctx, options);
      const total = outcome.shelves.reduce(
        (sum, { inserted, updated }) => sum + inserted.length + updated.size,
        0,
      );
      if (options.dryRun || total === 0) return { ...outcome, changeId: null };
      progress.start(total);
      try {
        const { changeId } = await change({ ...ctx, db: tx }, `import ${options.kind}`, (log) =>
          write(log, outcome.shelves, progress.wrote),
        );
        if (outcome.assigned?.shares.length) await tell(tx, changeId, outcome.assigned.shares);
        return { ...outcome, changeId };
      } finally {
        progress.stop();
      }
    },
    { timeout },
  );
}
