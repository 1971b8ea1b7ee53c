import type { Option, Resolved } from '../../chat/field.ts';

/** The one that fits best, the several that fit equally well, or none. `hits` come best first. */
export function chosen<T>(
  hits: readonly { readonly row: T; readonly fit: number }[],
  option: (row: T) => Option,
): Resolved<T> {
  const best = hits.filter((hit) => hit.fit === hits[0]?.fit).map((hit) => hit.row);
  if (best.length > 1) return { kind: 'many', options: best.slice(0, 25).map(option) };
  const [only] = best;
  return only === undefined ? { kind: 'none' } : { kind: 'one', value: only };
}
