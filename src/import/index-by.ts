import type { KeyOf } from './keys.ts';
import type { Item } from './shelf.ts';

/** Items by a key; an item without one is not in it. */
export interface Index {
  get(key: string | null): readonly Item[];
  add(item: Item): void;
}

export function indexBy(keyOf: KeyOf, items: Iterable<Item> = []): Index {
  const byKey = new Map<string, Item[]>();
  const add = (item: Item) => {
    const key = keyOf(item.values);
    if (!key) return;
    const there = byKey.get(key);
    if (there) there.push(item);
    else byKey.set(key, [item]);
  };
  for (const item of items) add(item);
  return { get: (key) => (key && byKey.get(key)) || [], add };
}
