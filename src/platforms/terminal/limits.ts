/** What fits on a terminal. */
export const limits = Object.freeze({
  /** Columns of a line. */
  width: 80,
  /** Columns of the longest bar of a chart. */
  bar: 20,
  /** A column of a table is not made narrower than this. */
  cell: 8,
});
