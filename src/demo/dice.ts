/** Chance that falls the same way each time. */
export interface Dice {
  /** From 0, below 1. */
  number(): number;
  between(low: number, high: number): number;
  /** Both ends included. */
  int(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** By the weight that each has. */
  weighed<T>(list: readonly T[], weight: (one: T) => number): T;
  shuffled<T>(list: readonly T[]): T[];
  /** Around 0, seldom beyond 2 on either side. */
  normal(): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): small, quick, even enough for a play. */
export function createDice(seed: number): Dice {
  let state = seed;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + (high - low) * number();
  const int = (low: number, high: number) => Math.floor(between(low, high + 1));
  const weighed = <T>(list: readonly T[], weight: (one: T) => number): T => {
    let left = number() * list.reduce((sum, one) => sum + weight(one), 0);
    for (const one of list) {
      left -= weight(one);
      if (left < 0) return one;
    }
    return list.at(-1) as T;
  };
  return {
    number,
    between,
    int,
    weighed,
    chance: (share) => number() < share,
    pick: (list) => weighed(list, () => 1),
    shuffled(list) {
      const rest = [...list];
      return list.map(() => rest.splice(int(0, rest.length - 1), 1)[0] as (typeof rest)[number]);
    },
    normal: () => number() + number() + number() + number() - 2,
  };
}
