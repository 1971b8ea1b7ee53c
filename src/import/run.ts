import type { Ctx } from '../crm/context.ts';
import type { TellShares } from '../crm/leads/owner.ts';
import { Refusal } from '../i18n/refusal.ts';
import { plain } from '../lib/text.ts';
import { carryOut } from './carry-out.ts';
import { writeErrors } from './errors-file.ts';
import { fileOnDisk } from './file.ts';
import { openFile } from './open.ts';
import { readOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { readAs, reportOf, summaryOf } from './report.ts';
import { usage } from './usage.ts';

export interface ImportPorts {
  /** On whose behalf: the operator. */
  readonly ctx: Ctx;
  /** Tells those who are given leads. */
  readonly tell: TellShares;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

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
    const file = await openFile(ctx, await fileOnDisk(options.file), options);
    const { columns, sheet } = file;
    say(err, [readAs(sheet, file, t)]);
    if (columns.unused.length)
      say(err, [t('import.unused', { columns: columns.unused.map(plain).join(', ') })]);
    const { dryRun } = options;
    const { changeId, rejected, ...outcome } = await carryOut(file, {
      dryRun,
      tell,
      progress: createProgress(t, err),
    });
    say(err, reportOf(rejected, columns, t));
    if (options.errors && rejected.length) await writeErrors(options.errors, { sheet, rejected, columns, t });
    const run = { kind: options.kind, rejected: rejected.length, changeId, dryRun };
    say(out, summaryOf(outcome, run, t));
    return rejected.length === file.rows.length + file.rejected.length ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(err, [error.in(t)]);
    return 1;
  }
}
