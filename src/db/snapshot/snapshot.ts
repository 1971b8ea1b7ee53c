/** What a database held at one instant, without its rows. */
export interface Snapshot {
  /** The migrations that made its tables, oldest first. */
  readonly migrations: readonly string[];
  /** Each table with the number of its rows, in the order in which they come. */
  readonly tables: readonly (readonly [name: string, rows: number])[];
  /** Each sequence with the last number that it gave. */
  readonly sequences: readonly (readonly [name: string, last: number])[];
}

export const rowsIn = ({ tables }: Snapshot) => tables.reduce((sum, [, rows]) => sum + rows, 0);

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
