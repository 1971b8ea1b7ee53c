import { indexBy } from './index-by.ts';
import type { KeyOf } from './keys.ts';
import { refuseRow } from './refuse-row.ts';
import type { Item } from './shelf.ts';

/** Something by which a record is known again, and the field that says it. */
export interface Mark {
  readonly field: string;
  readonly keyOf: KeyOf;
  /** Several records may share it: the second row of the file is then about the second of them. */
  readonly repeats?: true;
}

/** Finds the record that a row of the file is about. */
export interface Matcher {
  /**
   * By its number, which this field says, or by the first mark that finds one; null: a new one. Refuses what another
   * row is about, or could be several.
   */
  match(values: Readonly<Record<string, unknown>>, id?: number, field?: string): Item | null;
  /** Says that the row with this number is about the record. */
  claim(item: Item, row: number): void;
}

/** Records in which one of `apart` differs are different ones, whatever else they share. */
export function createMatcher(
  known: Iterable<Item>,
  marks: readonly Mark[],
  apart: readonly KeyOf[] = [],
): Matcher {
  const items = new Set(known);
  const indexes = marks.map(({ keyOf }) => indexBy(keyOf, items));
  const claims = new Map<Item, number>();
  const byId = new Map([...items].filter((item) => item.id).map((item) => [item.id, item]));

  function compatible(item: Item, values: Readonly<Record<string, unknown>>): boolean {
    return apart.every((keyOf) => {
      const [has, says] = [keyOf(item.values), keyOf(values)];
      return has === null || says === null || has === says;
    });
  }

  return {
    match(values, id, said = 'id') {
      if (id !== undefined) {
        const item = byId.get(id) ?? refuseRow(said, 'import.no_id', { id });
        const row = claims.get(item);
        return row === undefined ? item : refuseRow(said, 'import.twice', { row });
      }
      for (const [i, { field, keyOf, repeats }] of marks.entries()) {
        const found = indexes[i]?.get(keyOf(values)).filter((item) => compatible(item, values)) ?? [];
        const [first, second] = found.filter((item) => !claims.has(item));
        if (second && !repeats) refuseRow(field, 'import.several');
        if (first) return first;
        if (found[0] && !repeats) refuseRow(field, 'import.twice', { row: claims.get(found[0]) ?? 0 });
      }
      return null;
    },
    claim(item, row) {
      claims.set(item, row);
      if (items.has(item)) return;
      items.add(item);
      for (const index of indexes) index.add(item);
    },
  };
}
