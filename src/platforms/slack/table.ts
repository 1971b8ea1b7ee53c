import type { types } from '@slack/bolt';
import type { Table } from '../../chat/card.ts';
import type { Text } from '../../lib/span.ts';
import { shorten } from '../../lib/text.ts';
import { type Reading, rich, words } from './inline.ts';
import { limits } from './limits.ts';

/** Numbers, names of stages and of people stay on one line. */
const NAME = 24;

type Cell = types.RawTextElement | types.RichTextBlock;

/** What could be drawn of a table, and how many of its rows could not. */
export interface Drawn {
  readonly block: types.KnownBlock;
  readonly left: number;
}

/** Slack's own table. A message may hold one. */
export function tableBlock(table: Table, reading: Reading): Drawn {
  const columns = table.columns.slice(0, limits.tableColumns);
  const head = columns.map(({ label }) => boldCell(label, reading));
  const rows: Cell[][] = [head];
  let room = limits.tableText;
  for (const row of table.rows.slice(0, limits.tableRows - 1)) {
    room -= row.reduce((sum, text) => sum + Math.min(words(text, reading).length, limits.cell), 0);
    if (room < 0) break;
    rows.push(columns.map((_, index) => cell(row[index] ?? [], reading)));
  }
  const column_settings = columns.map(({ align }, index) => {
    const isLong = table.rows.some((row) => words(row[index] ?? [], reading).length > NAME);
    return { align, is_wrapped: align === 'left' && isLong };
  });
  return { block: { type: 'table', column_settings, rows }, left: table.rows.length + 1 - rows.length };
}

/** A table in monospaced letters, for where Slack's own is not to be had. */
export function tableText(table: Table, reading: Reading): Drawn {
  const cut = (text: string) => shorten(text, limits.monoCell);
  const all = [
    table.columns.map(({ label }) => cut(label)),
    ...table.rows.map((row) => table.columns.map((_, index) => cut(words(row[index] ?? [], reading)))),
  ];
  const widths = table.columns.map((_, index) => Math.max(...all.map((row) => width(row[index] ?? ''))));
  const lines: string[] = [];
  let room = limits.paragraph;
  for (const row of all) {
    const line = row
      .map((text, index) => pad(text, widths[index] ?? 0, table.columns[index]?.align))
      .join('  ');
    room -= line.length + 1;
    if (room < 0) break;
    lines.push(line.trimEnd());
  }
  const text = lines.join('\n') || '–';
  return {
    block: {
      type: 'rich_text',
      elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
    },
    left: all.length - lines.length,
  };
}

function cell(text: Text, reading: Reading): Cell {
  const said = words(text, reading);
  if (said.trim() === '') return { type: 'raw_text', text: '–' };
  const isPlain = text.every((span) => typeof span === 'string');
  if (isPlain || said.length > limits.cell) return { type: 'raw_text', text: shorten(said, limits.cell) };
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: rich(text, reading) }] };
}

function boldCell(label: string, reading: Reading): Cell {
  if (label.trim() === '') return { type: 'raw_text', text: ' ' };
  const elements = rich([{ bold: shorten(label, limits.cell) }], reading);
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const width = (text: string) => [...graphemes.segment(text)].length;

function pad(text: string, to: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return align === 'right' ? space + text : text + space;
}
