import { type Tie, weight } from './marks.ts';

/** Two records that are likely one, by their numbers in whatever sense. */
export interface Tied<Id> extends Tie {
  readonly ids: readonly [Id, Id];
}

/** A record and its likely twins, each tied to it: what only its twins have in common makes nobody one of them. */
export interface Star<Id> {
  readonly best: Id;
  readonly ties: readonly Tied<Id>[];
}

/**
 * Gathers ties around the records that have the most and surest, of equals around the first; each record is in one
 * star at most. Ties of what is in another star already are left for when those were merged.
 */
export function starsOf<Id>(ties: readonly Tied<Id>[]): Star<Id>[] {
  const byRecord = new Map<Id, Tied<Id>[]>();
  for (const tie of ties)
    for (const id of tie.ids) {
      const its = byRecord.get(id);
      if (its) its.push(tie);
      else byRecord.set(id, [tie]);
    }
  const weights = new Map(
    [...byRecord].map(([id, its]) => [id, its.reduce((sum, tie) => sum + weight(tie), 0)]),
  );
  const heaviest = [...weights].sort(([, a], [, b]) => b - a);
  const taken = new Set<Id>();
  return heaviest.flatMap(([best]) => {
    if (taken.has(best)) return [];
    const own = (byRecord.get(best) ?? []).filter(({ ids }) => !ids.some((id) => taken.has(id)));
    for (const id of own.flatMap(({ ids }) => ids)) taken.add(id);
    return own.length ? [{ best, ties: own }] : [];
  });
}
