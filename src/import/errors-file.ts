import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { Translator } from '../i18n/index.ts';
import { refuse } from '../i18n/refusal.ts';
import type { Columns } from './columns.ts';
import type { Rejected } from './read.ts';
import { sentenceOf } from './report.ts';
import { readSheet, type Sheet } from './sheet.ts';

/** Writes the rows that were refused as they were, with their number and the reason: to be mended and imported. */
export async function writeErrors(
  to: string,
  {
    sheet,
    rejected,
    columns,
    t,
  }: { sheet: Sheet; rejected: readonly Rejected[]; columns: Columns; t: Translator },
): Promise<void> {
  const why = new Map(rejected.map((one) => [one.row, sentenceOf(one, columns, t)]));
  const lines: string[][] = [];
  for await (const { number, cells } of readSheet(sheet)) {
    const sentence = why.get(number);
    if (lines.length === 0) lines.push([...cells, t('import.errors.row'), t('import.errors.reason')]);
    else if (sentence) lines.push([...cells, String(number), sentence]);
  }
  await writeFile(to, stringify(lines)).catch((error: NodeJS.ErrnoException) =>
    refuse('import.errors_file', { file: to, why: error.code ?? error.message }),
  );
}
