import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { refuse } from '../i18n/refusal.ts';
import { plainCell } from '../lib/cell.ts';

const maxBytes = 200 * 1024 * 1024;

/** A record of a CSV file; `number` is its row as a spreadsheet counts, the header being row 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/**
 * Reads a CSV file row by row, header first, cells trimmed, empty rows left out. UTF-8 with or without a mark,
 * UTF-16 with one; commas, semicolons or tabs. Refuses with a sentence what is no such file.
 */
export async function* readSheet(file: string): AsyncGenerator<SheetRow> {
  const { encoding, delimiter } = await look(file);
  const parser = parse({ delimiter, relax_column_count: true, max_record_size: 1024 * 1024 });
  // What goes wrong on the way comes out of the parser.
  pipeline(
    createReadStream(file),
    (bytes: AsyncIterable<Buffer>) => decode(bytes, encoding),
    parser,
    () => {},
  );
  let number = 0;
  try {
    for await (const record of parser) {
      number++;
      const cells = (record as string[]).map((cell) => plainCell(cell.trim()));
      if (cells.some(Boolean)) yield { number, cells };
    }
  } catch (error) {
    const { code } = error as CsvError | NodeJS.ErrnoException;
    if (code?.startsWith('CSV_')) refuse('import.file.broken', { file, row: number + 1 });
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') refuse('import.file.encoding', { file });
    throw error;
  }
}

async function* decode(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** How the file is written, from its beginning. */
async function look(file: string): Promise<{ encoding: string; delimiter: string }> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) =>
    refuse('import.file.unreadable', { file, why: error.code ?? error.message }),
  );
  try {
    const { size } = await handle.stat().then((stat) => (stat.isFile() ? stat : { size: 0 }));
    if (size === 0) refuse('import.file.empty', { file });
    if (size > maxBytes) refuse('import.file.large', { file, max: maxBytes / 1024 / 1024 });
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    const start = buffer.subarray(0, bytesRead);
    const encoding = encodingOf(start);
    // A table file of an office program is an archive or a document: it has zero bytes, which no text has.
    if (encoding === 'utf-8' && start.includes(0)) refuse('import.file.binary', { file });
    return { encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(start)) };
  } finally {
    await handle.close();
  }
}

function encodingOf([a, b]: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
}

/** The mark that the header has most of, outside quotes. */
function delimiterOf(text: string): string {
  const header =
    text
      .replace(/"[^"]*"/g, '')
      .split(/[\r\n]/)
      .find((line) => line.trim()) ?? '';
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}
