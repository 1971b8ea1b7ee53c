import { foldCompany } from '../../lib/fold.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { isNameKey, keysOf } from './keys.ts';
import { marksOf } from './marks.ts';
import { inPieces, type Looking } from './rows.ts';

/** The records of a kind that are there to be seen, by each key of which twins share one. */
export interface Keyed {
  /** Of each record, in the order of their numbers. */
  readonly ids: readonly number[];
  readonly names: readonly string[];
  /** The places in those lists of all that have a key in common, key by key in the order of the keys' hashes. */
  runs(): Iterable<Run>;
}

export interface Run {
  readonly hash: number;
  /** All are by a name, or by what is sure: a number, an address or a tax code. */
  readonly byName: boolean;
  /** Ascending; one or more. */
  readonly places: readonly number[];
}

/** A hash and a place are kept as one number of 53 bits, for numbers are sorted quickly. */
const room = 2 ** 22;

export async function keyed(ctx: Looking, kind: Profiled): Promise<Keyed> {
  const ids: number[] = [];
  const names: string[] = [];
  const found: number[] = [];
  for await (const rows of inPieces(ctx, kind)) {
    for (const row of rows) {
      for (const key of keysOf(kind !== 'company', marksOf(row))) found.push(hashOf(key) * room + ids.length);
      ids.push(row.id);
      names.push(foldCompany(row.name));
    }
  }
  const sorted = Float64Array.from(found).sort();
  return { ids, names, runs: () => runsOf(sorted) };
}

function* runsOf(sorted: Float64Array): Iterable<Run> {
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const hash = Math.floor((sorted[from] as number) / room);
    const places: number[] = [];
    for (; to < sorted.length && Math.floor((sorted[to] as number) / room) === hash; to++) {
      const place = (sorted[to] as number) % room;
      if (place !== places.at(-1)) places.push(place);
    }
    yield { hash, byName: hash % 2 === 1, places };
  }
}

/** FNV-1a in 31 bits, odd for a name. Keys that collide do no harm: their records are compared. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return ((hash >>> 2) << 1) | (isNameKey(key) ? 1 : 0);
}
