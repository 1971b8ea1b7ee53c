import { stringify } from 'csv-stringify/sync';
import { safeCell } from './cell.ts';

/** By this mark programs know that a file is UTF-8. */
export const mark = '\ufeff';

/** Rows as lines of a CSV file, none of whose cells is a formula. */
export const csvLines = (rows: readonly (readonly string[])[], delimiter = ',') =>
  stringify(
    rows.map((row) => row.map(safeCell)),
    { delimiter },
  );
