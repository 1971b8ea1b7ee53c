import { isDeepStrictEqual } from 'node:util';
import type { RecordName } from '../crm/changes/record.ts';

type Plain = string | number | boolean | null;
/** What a column of JSON or of several texts holds. */
type Json = readonly unknown[] | { readonly [name: string]: unknown };
/** A column's value as it is written: moments and decimals as text; another row stands for its id. */
export type Datum = Plain | Json | Item;
export type Values = Readonly<Record<string, Datum>>;

/** A row in memory: stored, or with id 0 about to be. */
export interface Item {
  readonly isItem: true;
  id: number;
  readonly values: Record<string, Datum>;
  /** What the changed columns of a stored row held before. */
  readonly before: Record<string, Datum>;
}

/** What an import does to one table. Nothing is written until `write`. */
export interface Shelf {
  readonly record: RecordName;
  /** All with the same columns. */
  readonly inserted: readonly Item[];
  /** Stored rows of which something changed. */
  readonly updated: ReadonlySet<Item>;
  insert(item: Item): Item;
  /** Sets the columns that differ, noting what they held; undefined leaves a column as it is. */
  update(item: Item, values: Readonly<Record<string, Datum | undefined>>): void;
  /** Something that hangs on the row changes. */
  touch(item: Item): void;
}

export function createShelf(record: RecordName): Shelf {
  const inserted: Item[] = [];
  const updated = new Set<Item>();
  return {
    record,
    inserted,
    updated,
    insert(item) {
      inserted.push(item);
      return item;
    },
    update(item, values) {
      for (const [name, value] of Object.entries(values)) {
        const was = item.values[name] ?? null;
        if (value === undefined || same(was, value)) continue;
        item.values[name] = value;
        if (item.id === 0) continue;
        if (!(name in item.before)) item.before[name] = was;
        updated.add(item);
      }
    },
    touch(item) {
      if (item.id) updated.add(item);
    },
  };
}

export const newItem = (values: Values): Item => ({
  isItem: true,
  id: 0,
  values: { ...values },
  before: {},
});

/** A stored row, as the database hands it out. */
export function stored(row: { readonly id: number }): Item {
  const { id, ...values } = JSON.parse(JSON.stringify(row)) as { id: number } & Record<string, Datum>;
  return { isItem: true, id, values, before: {} };
}

export const isItem = (datum: Datum | undefined): datum is Item =>
  typeof datum === 'object' && datum !== null && 'isItem' in datum;

export const idOf = (datum: Datum | undefined): Plain | Json => (isItem(datum) ? datum.id : (datum ?? null));

/** A row that is about to be has no id by which it could be the same as another. */
function same(was: Datum, value: Datum): boolean {
  return was === value || (idOf(value) !== 0 && isDeepStrictEqual(idOf(was), idOf(value)));
}
