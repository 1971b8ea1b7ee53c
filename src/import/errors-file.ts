import { writeFile } from 'node:fs/promises';
import { locales, type Translator, translator } from '../i18n/index.ts';
import { refuse } from '../i18n/refusal.ts';
import { csvLines, mark } from '../lib/csv.ts';
import type { Problem } from '../lib/errors.ts';
import type { Columns } from './columns.ts';
import type { Rejected } from './read.ts';
import { sentenceOf } from './report.ts';
import { readSheet, type Sheet } from './sheet.ts';

export interface RejectedRows {
  readonly sheet: Sheet;
  readonly rejected: readonly Rejected[];
  readonly columns: Columns;
  readonly t: Translator;
  /** A problem in the words of where it is read; those of the terminal when left out. */
  say?(problem: Problem): string;
}

/** Rows of one piece. */
const size = 1000;

/** What stands above the columns that are put before a row, in any language. */
const ours = new Set(
  locales.map(translator).flatMap((t) => [t('import.errors.row'), t('import.errors.reason')]),
);

/**
 * A CSV file of the rows that were refused as they were, to be mended and imported: each behind its number and the
 * reason, where a row with too many cells does not hide them. Its separator is that of the sheet, so that the program
 * that wrote the one opens the other.
 */
export async function* rejectedRows({ sheet, rejected, columns, t, say }: RejectedRows) {
  const why = new Map(rejected.map((one) => [one.row, sentenceOf(one, columns, t, say)]));
  const own = (cells: readonly string[]) =>
    cells.filter((_, place) => !ours.has(columns.header[place] ?? ''));
  let rows: string[][] = [];
  let start = mark;
  let header = true;
  for await (const { number, cells } of readSheet(sheet)) {
    const row = header ? t('import.errors.row') : String(number);
    const reason = header ? t('import.errors.reason') : why.get(number);
    if (reason) rows.push([row, reason, ...own(cells)]);
    header = false;
    if (rows.length < size) continue;
    yield start + csvLines(rows, sheet.delimiter);
    [rows, start] = [[], ''];
  }
  yield start + csvLines(rows, sheet.delimiter);
}

/** Writes the rows that were refused to a file of this machine. */
export async function writeErrors(to: string, refused: RejectedRows): Promise<void> {
  await writeFile(to, rejectedRows(refused)).catch((error: NodeJS.ErrnoException) =>
    refuse('import.errors_file', { file: to, why: error.code ?? error.message }),
  );
}
