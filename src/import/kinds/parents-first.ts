import type { Cells } from '../cells.ts';
import type { Row } from './kind.ts';

/** The rows such that one which another names as its parent comes before it, wherever it stands in the file. */
export function parentsFirst<F extends Cells>(
  rows: readonly Row<F>[],
  nameOf: (row: Row<F>) => string | undefined,
  parentOf: (row: Row<F>) => string | undefined,
  same: (name: string) => string,
): Row<F>[] {
  const byName = new Map(rows.map((row) => [same(nameOf(row) ?? ''), row]));
  const sorted = new Set<Row<F>>();
  const begun = new Set<Row<F>>();
  function visit(row: Row<F>): void {
    if (begun.has(row)) return;
    begun.add(row);
    const parent = byName.get(same(parentOf(row) ?? ''));
    if (parent) visit(parent);
    sorted.add(row);
  }
  for (const row of rows) visit(row);
  return [...sorted];
}
