import { pipeline } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { refuse } from '../i18n/refusal.ts';
import { breather } from '../lib/breathe.ts';
import { plainCell } from '../lib/cell.ts';
import { type Encoding, encodingOf } from './encoding.ts';
import type { CsvFile } from './file.ts';

/** A record of a CSV file; `number` is its row as a spreadsheet counts, the header being row 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A CSV file whose writing was recognised. */
export interface Sheet {
  readonly file: CsvFile;
  readonly encoding: Encoding;
  readonly delimiter: string;
}

/** Recognises UTF-8, UTF-16 and Windows-1258; commas, semicolons, tabs and bars. Refuses with a sentence what is no such file. */
export async function openSheet(file: CsvFile): Promise<Sheet> {
  const encoding = await encodingOf(file);
  let start = '';
  for await (const text of decode(file, encoding)) {
    start += text;
    if (start.length > 16_384) break;
  }
  return { file, encoding, delimiter: delimiterOf(start) };
}

/** Reads a sheet row by row, header first, cells trimmed and their accents composed, empty rows left out. */
export async function* readSheet({ file, encoding, delimiter }: Sheet): AsyncGenerator<SheetRow> {
  const parser = parse({ delimiter, relax_column_count: true, max_record_size: 1024 * 1024 });
  // What goes wrong on the way comes out of the parser.
  pipeline(decode(file, encoding), parser, () => {});
  const breathe = breather();
  let number = 0;
  try {
    for await (const record of parser) {
      await breathe();
      const cells = (record as string[]).map((cell) => plainCell(cell.trim().normalize('NFC')));
      // Excel's own first line, which it does not show.
      if (number === 0 && cells[0]?.toLowerCase().startsWith('sep=')) continue;
      number++;
      if (cells.some(Boolean)) yield { number, cells };
    }
  } catch (error) {
    const { code } = error as CsvError | NodeJS.ErrnoException;
    if (code?.startsWith('CSV_')) refuse('import.file.broken', { file: file.name, row: number + 1 });
    throw error;
  }
}

async function* decode(file: CsvFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const read = (chunk?: Buffer) => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      if (text.includes('\0')) refuse('import.file.binary', { file: file.name });
      return text;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
      return refuse('import.file.mixed', { file: file.name });
    }
  };
  for await (const chunk of file.chunks()) yield read(chunk);
  yield read();
}

/** The mark that Excel's `sep=` names, else the one that the header has most of, outside quotes. */
function delimiterOf(text: string): string {
  const named = /^sep=(.)\s*$/im.exec(text.slice(0, 10).split(/[\r\n]/)[0] ?? '')?.[1];
  if (named) return named;
  const header =
    text
      .replace(/"[^"]*"/g, '')
      .split(/[\r\n]/)
      .find((line) => line.trim()) ?? '';
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}
