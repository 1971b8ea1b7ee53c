import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { refuse } from '../i18n/refusal.ts';

/** A file to import, wherever it is: read from its beginning as often as needed. */
export interface CsvFile {
  /** What people call it. */
  readonly name: string;
  chunks(): AsyncIterable<Buffer> | Iterable<Buffer>;
}

export const megabyte = 1024 * 1024;
/** What is read from the disk piece by piece. */
const maxOnDisk = 200 * megabyte;

/** A file of this machine. Refuses what is not there, empty or too large. */
export async function fileOnDisk(path: string): Promise<CsvFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) =>
    refuse('import.file.unreadable', { file: path, why: error.code ?? error.message }),
  );
  checkSize(path, found.isFile() ? found.size : 0, maxOnDisk);
  return { name: path, chunks: () => createReadStream(path) };
}

/** What is handed over in chat and held in memory; larger files are for the terminal. */
export const maxInChat = 20 * megabyte;

/** A file in memory. Refuses one that is empty or too large for that. */
export function fileInMemory(name: string, bytes: Buffer): CsvFile {
  if (bytes.length === 0) refuse('import.file.empty', { file: name });
  checkInChat(name, bytes.length);
  return { name, chunks: () => pieces(bytes) };
}

function* pieces(bytes: Buffer, size = 64 * 1024): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** Refuses what is too large to be fetched from a chat. */
export function checkInChat(name: string, size: number): void {
  if (size > maxInChat) refuse('import.chat_large', { file: name, max: maxInChat / megabyte });
}

/** Refuses an empty file, and one over `max` bytes. */
function checkSize(name: string, size: number, max: number): void {
  if (size === 0) refuse('import.file.empty', { file: name });
  if (size > max) refuse('import.file.large', { file: name, max: max / megabyte });
}
