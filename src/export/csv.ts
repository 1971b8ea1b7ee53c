import { stringify } from 'csv-stringify/sync';
import { safeCell } from '../lib/cell.ts';

/** By this mark programs know that a file is UTF-8. */
export const mark = '\ufeff';

/** Rows as lines of a CSV file, none of whose cells is a formula. */
export const csvLines = (rows: readonly (readonly string[])[]) =>
  stringify(rows.map((row) => row.map(safeCell)));
