import { fold } from '../lib/fold.ts';
import type { Cells } from './cells.ts';
import type { Columns } from './columns.ts';
import { isPlain } from './names-of.ts';

/** What the cells of one row say, by their fields. Empty ones are left out. */
export type Texts = Readonly<Record<string, string>>;

/** Takes the texts out of a row, with the values that were given for others, and makes one of several columns. */
export function textsOf(cells: Cells, { header, places, meanings }: Columns) {
  const fields = Object.entries(cells).map(([field, { several }]) => {
    const columns = places.get(field) ?? [];
    const label = (place: number) =>
      several === 'labelled' && columns.length > 1 && !isPlain(field, header[place] ?? '')
        ? ` (${header[place]
            ?.replace(/[(),;]/g, ' ')
            .replace(/\s+/g, ' ')
            .trim()})`
        : '';
    return {
      field,
      columns: columns.map((place) => ({ place, label: label(place) })),
      between: several && (several === 'words' ? ' ' : ', '),
      meant: meanings.get(field),
    };
  });
  return (row: readonly string[]): Texts => {
    const texts: Record<string, string> = {};
    for (const { field, columns, between, meant } of fields) {
      const said: string[] = [];
      for (const { place, label } of columns) {
        const cell = row[place] ?? '';
        const text = (cell && meant?.get(fold(cell))) ?? cell;
        if (text) said.push(text + label);
      }
      const text = (between ? said.join(between) : said[0]) || meant?.get('');
      if (text) texts[field] = text;
    }
    return texts;
  };
}
