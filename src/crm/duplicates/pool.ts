import { keysOf } from './keys.ts';
import { certain, inCommon, type Marks, type Tie, weight } from './marks.ts';

/** People or companies in memory, looked up by what twins have in common. */
export interface Pool<T> {
  add(one: T, marks: Marks): void;
  /** The likeliest twin among those that fit; of equals the one that was added first. */
  twinOf(marks: Marks, fits?: (one: T) => boolean): (Tie & { readonly one: T }) | null;
}

/** So many are compared with one: whatever a file repeats, the time it takes grows with its length and no faster. */
const most = 100;

export function createPool<T>(people: boolean): Pool<T> {
  const byKey = new Map<string, { readonly one: T; readonly marks: Marks }[]>();
  return {
    add(one, marks) {
      const entry = { one, marks };
      for (const key of keysOf(people, marks)) {
        const there = byKey.get(key);
        if (there) there.push(entry);
        else byKey.set(key, [entry]);
      }
    },
    twinOf(marks, fits = () => true) {
      const near = new Set(keysOf(people, marks).flatMap((key) => byKey.get(key)?.slice(0, most) ?? []));
      let best: (Tie & { readonly one: T }) | null = null;
      for (const { one, marks: its } of [...near].slice(0, most)) {
        const why = fits(one) ? inCommon(people, marks, its) : [];
        const tie = { one, why, certain: certain(why, marks, its) };
        if (why.length && (!best || weight(tie) > weight(best))) best = tie;
      }
      return best;
    },
  };
}
