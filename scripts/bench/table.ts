/** One thing that was measured, against what it is promised to keep. */
export interface Result {
  readonly what: string;
  readonly measured: string;
  /** What it is compared with. */
  readonly against: string;
  /** The measured value in the limit's own unit. */
  readonly value: number;
  readonly limit: number;
  readonly unit: '×' | 'ms' | 'MB';
}

const said = (value: number, unit: Result['unit']) =>
  unit === '×' ? `${value.toFixed(2)} ×` : `${Math.round(value).toLocaleString('en')} ${unit}`;

/** As a Markdown table, for the README. */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ what, measured, against, value, limit, unit }) => [
    what,
    measured,
    against,
    said(value, unit),
    said(limit, unit),
    value <= limit ? 'yes' : 'NO',
  ]);
  const heads = ['what', 'measured', 'against', 'result', 'limit', 'kept'];
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
