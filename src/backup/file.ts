import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { rowsIn, type Snapshot } from '../db/snapshot/snapshot.ts';
import { refuse } from '../i18n/refusal.ts';

const pairs = z.array(z.tuple([z.string(), z.int().nonnegative()]));
const Head = z.object({
  chot: z.literal(1),
  /** When it was made: an ISO instant. */
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: pairs,
  sequences: pairs,
});

/** The first line of a backup: a gzipped text of one line a row. */
export type Head = z.infer<typeof Head>;

/** Beside its place until it is whole and on the disk, readable by its owner alone. */
export async function writeBackup(
  file: string,
  head: Snapshot & { readonly at: string },
  rows: AsyncIterable<readonly string[]>,
): Promise<void> {
  async function* text() {
    yield `${JSON.stringify({ chot: 1, ...head })}\n`;
    for await (const some of rows) yield `${some.join('\n')}\n`;
  }
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const to = await open(part, 'wx', 0o600);
    await pipeline(Readable.from(text()), createGzip(), to.createWriteStream({ flush: true }));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw isOfDisk(error) ? refuse('backup.unwritable', { file, why: error.code }) : error;
  }
}

/** The head of a backup that is whole: all of it is read before anything is done with it. */
export async function checkBackup(file: string): Promise<Head> {
  let [head, count]: [Head | undefined, number] = [undefined, 0];
  try {
    for await (const line of linesOf(file)) {
      head ??= headOf(line) ?? refuse('backup.foreign', { file });
      count += 1;
    }
  } catch (error) {
    throw isOfDisk(error)
      ? refuse('backup.unreadable', { file, why: error.code })
      : damage(error, file, count);
  }
  if (!head) return refuse('backup.foreign', { file });
  if (count !== 1 + rowsIn(head)) refuse('backup.broken', { file });
  return head;
}

/** The rows of a backup, without its head. */
export async function* rowsOf(file: string): AsyncGenerator<string> {
  let isHead = true;
  for await (const line of linesOf(file)) {
    if (!isHead) yield line;
    isHead = false;
  }
}

/** Lines that are ended: what a cut file has after its last one is none. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const text = createGunzip();
  const read = pipeline(createReadStream(file), text);
  // Told by the reading of `text`, which it destroys.
  read.catch(() => {});
  let rest = '';
  for await (const chunk of text.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
}

function headOf(line: string): Head | undefined {
  try {
    return Head.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Without a line that could be read it was never a backup; after one it is damaged. */
function damage(error: unknown, file: string, lines: number): unknown {
  if (!String((error as { code?: unknown }).code).startsWith('Z_')) return error;
  return refuse(lines > 0 ? 'backup.broken' : 'backup.foreign', { file });
}

const ofDisk = [
  'EACCES',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EISDIR',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
];

function isOfDisk(error: unknown): error is { code: string } {
  return ofDisk.includes((error as { code?: string }).code ?? '');
}
