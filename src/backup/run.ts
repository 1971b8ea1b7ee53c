import type { Connection } from '../db/client.ts';
import { isKnown, loadSnapshot } from '../db/snapshot/load.ts';
import { readSnapshot } from '../db/snapshot/read.ts';
import { rowsIn } from '../db/snapshot/snapshot.ts';
import type { Translator } from '../i18n/index.ts';
import { Refusal, refuse } from '../i18n/refusal.ts';
import { createProgress } from '../import/progress.ts';
import type { Clock } from '../lib/clock.ts';
import { formatMoment, type Zone } from '../lib/dates/index.ts';
import { formatNumber } from '../lib/format.ts';
import { checkBackup, rowsOf, writeBackup } from './file.ts';

export interface BackupPorts {
  readonly clock: Clock;
  readonly zone: Zone;
  readonly t: Translator;
  /** Whether the database is a folder, which one process owns. */
  readonly embedded: boolean;
  /** Opens the database as it is. */
  connect(): Promise<Connection>;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** `backup FILE` and `restore FILE`. Resolves to the exit code: 0 done, 1 refused with a sentence. */
export async function runBackup(
  mode: 'backup' | 'restore',
  argv: readonly string[],
  ports: BackupPorts,
): Promise<0 | 1> {
  const { t, out, err } = ports;
  try {
    const [file, ...more] = argv;
    if (!file || file.startsWith('-') || more.length > 0) return refuse('backup.one_file', { mode });
    out.write(`${await (mode === 'backup' ? backup : restore)(file, ports)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    err.write(`${error.in(t)}\n`);
    return 1;
  }
}

/** Writes all that the database holds at this instant into a file, also while the bot runs. */
async function backup(file: string, { connect, clock, t, err }: BackupPorts): Promise<string> {
  const { pool, close } = await connect();
  const progress = createProgress(t, err);
  try {
    const rows = await readSnapshot(pool, async (snapshot, batches) => {
      async function* counted() {
        for await (const some of batches) {
          yield some;
          progress.wrote(some.length);
        }
      }
      progress.start(rowsIn(snapshot));
      await writeBackup(file, { at: clock.now().toISOString(), ...snapshot }, counted());
      return rowsIn(snapshot);
    });
    if (rows === undefined) return refuse('backup.empty');
    return t('backup.done', { rows: formatNumber(rows, t.locale), file });
  } finally {
    progress.stop();
    await close();
  }
}

/** Puts what a backup holds into an empty database, of either sort. */
async function restore(file: string, ports: BackupPorts): Promise<string> {
  const { t } = ports;
  const head = await checkBackup(file);
  if (!(await isKnown(head))) refuse('backup.newer', { file });
  const { pool, owner, close } = await ports.connect();
  const progress = createProgress(t, ports.err);
  try {
    if (ports.embedded && !owner) refuse('backup.in_use');
    progress.start(rowsIn(head));
    const loaded = loadSnapshot(pool, head, rowsOf(file), progress.wrote).catch((error) =>
      doesNotFit(error) ? refuse('backup.broken', { file }) : Promise.reject(error),
    );
    if (!(await loaded)) refuse('backup.not_empty');
  } finally {
    progress.stop();
    await close();
  }
  const at = formatMoment(new Date(head.at), ports.zone, t.locale);
  return t('backup.restored', { rows: formatNumber(rowsIn(head), t.locale), file, at });
}

/** PostgreSQL's classes of errors for values that are none of their column and rows that break a rule. */
const doesNotFit = (error: unknown) => /^2[23]/.test(String((error as { code?: unknown }).code));
