import { ranked } from '../crm/find/rank.ts';
import { fold, nearest } from '../lib/fold.ts';
import { shown } from './cells.ts';
import type { Creatable } from './creatable.ts';
import { indexBy } from './index-by.ts';
import type { KeyOf } from './keys.ts';
import { refuseRow } from './refuse-row.ts';
import { createShelf, type Item, type Shelf, stored } from './shelf.ts';

/** The records of one table, by what people call them. */
export interface Names {
  readonly shelf: Shelf;
  readonly all: ReadonlySet<Item>;
  add(item: Item): void;
  /** The record of this name, or null. Refuses the row when it could be several. */
  seek(field: string, text: string): Item | null;
  /** The record of this name; where there is none one is made, or the row refused. */
  find(field: string, text: string): Item;
}

/** `make` makes the record that a name has not got; undefined where that was not asked for. */
export function createNames(
  kind: Creatable,
  record: 'company' | 'member' | 'product',
  rows: readonly { readonly id: number }[],
  keys: readonly KeyOf[],
  make: ((name: string) => Item) | undefined,
): Names {
  const items = rows.map(stored);
  const all = new Set(items);
  const indexes = keys.map((keyOf) => indexBy(keyOf, items));
  const guesses = new Map<string, string | undefined>();

  const byId = new Map(items.map((item) => [item.id, item]));

  function seek(field: string, text: string): Item | null {
    // An export writes the number where the name is not enough.
    const [, id] = /^#(\d{1,9})$/.exec(text) ?? [];
    const numbered = id && byId.get(Number(id));
    if (numbered) return numbered;
    const values = { name: text, folded: fold(text), email: text };
    for (const [i, keyOf] of keys.entries()) {
      const found = indexes[i]?.get(keyOf(values)) ?? [];
      if (found.length > 1) refuseRow(field, 'import.several_named', { text: shown(text) });
      if (found[0]) return found[0];
    }
    return null;
  }

  /** The only one with all these words in its name, or one that is spelt much like it. */
  function guess(text: string): string | undefined {
    const names = [...all].map((item) => String(item.values.name));
    const called = ranked(text, names, (name) => name).filter(({ fit }) => fit < 2);
    return called.length === 1 ? called[0]?.row : nearest(text, names);
  }

  function unknown(field: string, text: string): never {
    if (!guesses.has(text)) guesses.set(text, guess(text));
    const near = guesses.get(text);
    const args = { text: shown(text), field, kind };
    return near
      ? refuseRow(field, 'import.unknown_near', { ...args, near })
      : refuseRow(field, 'import.unknown', args);
  }

  return {
    shelf: createShelf(record),
    all,
    add(item) {
      all.add(item);
      for (const index of indexes) index.add(item);
    },
    seek,
    find: (field, text) => seek(field, text) ?? make?.(text) ?? unknown(field, text),
  };
}
