import type { Table } from '../../chat/card.ts';
import { shorten } from '../../lib/text.ts';
import { inline, isPlain, words } from './inline.ts';

/** A block of code wraps on a phone beyond about this many columns. */
const PHONE = 44;
const NARROWEST = 8;
const GAP = 2;

/**
 * A table as markdown of at most `room` characters, and how many of its rows it shows: aligned in a block of code
 * where that fits on a phone, else a line a row.
 */
export function tableMarkup(table: Table, room: number): { markup: string; shown: number } {
  const cells = [table.columns.map(({ label }) => [label]), ...table.rows];
  const widths = cells.flat().every(isPlain) ? widthsOf(table) : undefined;
  return widths ? aligned(table, widths, room) : lines(table, room);
}

function aligned(table: Table, widths: readonly number[], room: number) {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => pad(cell, widths[i] ?? 0, table.columns[i]?.align === 'right'))
      .join(' '.repeat(GAP))
      .trimEnd();
  const rows = [table.columns.map((c) => c.label), ...table.rows.map((row) => row.map(words))].map(line);
  const kept = within(rows, room - 8);
  return { markup: `\`\`\`\n${kept.join('\n')}\n\`\`\``, shown: Math.max(0, kept.length - 1) };
}

function lines(table: Table, room: number) {
  const head = `-# ${table.columns.map(({ label }) => inline([label])).join(' · ')}`;
  const rows = table.rows.map(([first = [], ...rest]) => {
    const lead = isPlain(first) ? inline([{ bold: words(first) }]) : inline(first);
    return [lead, ...rest.map(inline)].map((cell) => cell.replaceAll('\n', ' ')).join(' · ');
  });
  const kept = within([head, ...rows], room);
  return { markup: kept.join('\n'), shown: Math.max(0, kept.length - 1) };
}

/** The lines that fit one below the other. */
export function within(all: readonly string[], room: number): string[] {
  const kept: string[] = [];
  let left = room + 1;
  for (const line of all) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return kept;
}

/** The width of each column, the widest made narrower until all fit; undefined where they cannot. */
function widthsOf(table: Table): number[] | undefined {
  const widths = table.columns.map(({ label }, i) =>
    Math.max(widthOf(label), ...table.rows.map((row) => widthOf(words(row[i] ?? [])))),
  );
  const room = PHONE - GAP * (widths.length - 1);
  for (let over = sum(widths) - room; over > 0; over = sum(widths) - room) {
    const widest = widths
      .map((width, i) => (table.columns[i]?.align === 'left' ? width : 0))
      .reduce((best, width, i, all) => (width > (all[best] ?? 0) ? i : best), 0);
    const width = widths[widest] ?? 0;
    if (table.columns[widest]?.align !== 'left' || width <= NARROWEST) return undefined;
    widths[widest] = Math.max(NARROWEST, width - over);
  }
  return widths;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function pad(cell: string, width: number, right: boolean): string {
  // Three backticks would end the block.
  const text = (widthOf(cell) > width ? shorten(cell, width) : cell).replaceAll('``', '`\u200b`');
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? spaces + text : text + spaces;
}

/** Columns a text takes in a fixed-width font: marks and invisible characters none, emoji and East Asian ones two. */
function widthOf(text: string): number {
  const seen = text.normalize('NFC').replaceAll(/[\p{M}\p{Cf}]/gu, '');
  const wide = seen.match(
    /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  );
  return [...seen].length + (wide?.length ?? 0);
}
