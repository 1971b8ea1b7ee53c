import { fold } from '../lib/fold.ts';
import type { Cell, Cells } from './cells.ts';
import type { Columns } from './columns.ts';
import { bare, isNamePart, isPlain } from './names-of.ts';

/** What the cells of one row say, by their fields. Empty ones are left out. */
export type Texts = Readonly<Record<string, string>>;

/** Takes the texts out of a row, with the values that were given for others, and makes one of several columns. */
export function textsOf(cells: Cells, { header, places, meanings }: Columns) {
  const fields = Object.entries(cells).map(([field, cell]) => {
    const columns = (places.get(field) ?? []).map((place) => ({ place, name: header[place] ?? '' }));
    const labelled = cell.several === 'labelled' && columns.length > 1;
    return {
      field,
      columns: columns.map(({ place, name }) => ({
        place,
        label: labelled && !isPlain(field, name) ? ` (${labelOf(name)})` : '',
      })),
      between: betweenOf(
        cell,
        columns.map(({ name }) => name),
      ),
      meant: meanings.get(field),
    };
  });
  return (row: readonly string[]): Texts => {
    const texts: Record<string, string> = {};
    for (const { field, columns, between, meant } of fields) {
      const said: string[] = [];
      for (const { place, label } of columns) {
        const cell = row[place] ?? '';
        const text = (cell && (meant?.get(fold(cell)) ?? meant?.get(bare(cell)))) ?? cell;
        if (text) said.push(text + label);
      }
      const text = (between ? said.join(between) : said[0]) || meant?.get('');
      if (text) texts[field] = text;
    }
    return texts;
  };
}

/** What stands between the texts of several columns; undefined where only the first counts. */
function betweenOf({ several }: Cell<unknown>, names: readonly string[]): string | undefined {
  if (several === 'words') return names.every(isNamePart) ? ' ' : undefined;
  return several && ', ';
}

/** A column's name as a label: `Person - Phone - Work` tells no more than `Work`. */
const labelOf = (column: string) =>
  (column.split(' - ').at(-1) ?? '')
    .replace(/[(),;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
