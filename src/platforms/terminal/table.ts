import stringWidth from 'string-width';
import type { Table } from '../../chat/card.ts';
import type { Chart } from '../../chat/chart.ts';
import { pad, type Reading, words } from './inline.ts';
import { limits } from './limits.ts';

const gap = '  ';

/** A table as aligned lines; where it is too wide its widest columns are cut. */
export function tableLines(table: Table, reading: Reading, bars: readonly string[] = []): string[] {
  const rows = table.rows.map((row) => row.map((cell) => words(cell, reading)));
  const labels = table.columns.map((column) => words([column.label], reading));
  const widths = labels.map((label, i) =>
    Math.max(stringWidth(label), ...rows.map((row) => stringWidth(row[i] ?? ''))),
  );
  const room = limits.width - gap.length * (widths.length - 1) - (bars.length ? gap.length + limits.bar : 0);
  narrow(widths, room);
  const line = (cells: readonly string[]) =>
    table.columns.map((column, i) => pad(cells[i] ?? '', widths[i] ?? 0, column.align)).join(gap);
  const body = rows.map((row, i) => `${line(row)}${bars[i] ? gap + bars[i] : ''}`.trimEnd());
  if (!labels.some(Boolean)) return body;
  return [line(labels).trimEnd(), widths.map((width) => '─'.repeat(width)).join(gap), ...body];
}

/** Takes from the widest column until all pad. */
function narrow(widths: number[], room: number): void {
  for (let sum = widths.reduce((a, b) => a + b, 0); sum > room; sum--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= limits.cell) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

/** A bar for each row of the chart's table; none where the two have not the same rows. */
export function barsOf(chart: Chart, rows: number): string[] {
  const values =
    chart.kind === 'bars' ? chart.rows.map((row) => row.value) : chart.points.map((point) => point.value);
  if (values.length !== rows) return [];
  const most = Math.max(...values.map((value) => value ?? 0));
  return values.map((value) => bar(most > 0 && value ? value / most : 0));
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Something that is there is seen, however small. */
function bar(share: number): string {
  if (!(share > 0)) return '';
  const parts = Math.max(1, Math.round(Math.min(1, share) * limits.bar * 8));
  return '█'.repeat(Math.floor(parts / 8)) + eighths[parts % 8];
}
