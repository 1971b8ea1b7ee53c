import type { Table } from '../../chat/card.ts';
import { inline, isPlain, words } from './inline.ts';

/**
 * A table as markdown of at most `room` characters, and how many of its rows it shows. A line a row: Discord has no
 * tables, and columns in a block of code fall apart on a phone.
 */
export function tableMarkup(table: Table, room: number): { markup: string; shown: number } {
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
