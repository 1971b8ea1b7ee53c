import type { Log } from '../crm/changes/change.ts';
import { insertRows, reserveIds, updateRows } from '../db/bulk.ts';
import { type Datum, type Item, idOf, type Shelf } from './shelf.ts';

/** Rows of one statement. */
const size = 1000;

/** Writes what is on the shelves, in their order: a row must stand behind those it refers to. */
export async function write(
  log: Log,
  shelves: readonly Shelf[],
  wrote: (rows: number) => void,
): Promise<void> {
  for (const { record, inserted } of shelves) {
    const ids = await reserveIds(log.tx, record, inserted.length);
    inserted.forEach((item, i) => {
      item.id = ids[i] as number;
    });
  }
  for (const { record, inserted, updated } of shelves) {
    for (const items of chunks(inserted)) {
      await insertRows(
        log.tx,
        record,
        items.map((item) => ({ id: item.id, ...plain(item.values) })),
      );
      for (const item of items) log.created(record, item.id);
      wrote(items.length);
    }
    for (const items of alike([...updated].filter((item) => Object.keys(item.before).length))) {
      await updateRows(
        log.tx,
        record,
        items.map((item) => ({ id: item.id, ...changed(item) })),
      );
      for (const item of items) log.updated(record, item.id, plain(item.before), changed(item));
      wrote(items.length);
    }
  }
}

const plain = (values: Readonly<Record<string, Datum>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, idOf(value)]));

const changed = (item: Item) =>
  plain(Object.fromEntries(Object.keys(item.before).map((name) => [name, item.values[name] ?? null])));

/** Items of which the same columns change, in chunks. */
function alike(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = Object.keys(item.before).sort().join();
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].flatMap(chunks);
}

function chunks(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
