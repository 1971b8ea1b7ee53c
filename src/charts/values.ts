import { FEW } from './axis.ts';
import type { Line, Spot } from './place.ts';

/**
 * Which points say their value, the most important first: the highest and the first, and the others when they
 * are few. What the next point repeats need not be said.
 */
export function speakers(values: readonly (number | null)[]): number[] {
  const known = values.flatMap((value, i) => (value === null ? [] : [{ i, value }]));
  const changed = known.filter(({ value }, i) => value !== known[i + 1]?.value);
  const byValue = changed.toSorted((a, b) => b.value - a.value);
  const told = [...byValue.slice(0, 1), ...changed.slice(0, 1), ...(known.length > FEW ? [] : byValue)];
  return [...new Set(told.map(({ i }) => i))];
}

/** Where a point's value may stand: below a dip, above anything else, else wherever there is room. */
export function around(line: Line, i: number): Spot[] {
  const at = line[i];
  if (!at) return [];
  const [before, after] = [line[i - 1] ?? at, line[i + 1] ?? at];
  const heights = [at.y - 12, at.y + 26];
  if (before.y + after.y < 2 * at.y) heights.reverse();
  return heights.flatMap((y): Spot[] => [
    { x: at.x, y, align: 'center' },
    { x: at.x, y, align: 'left' },
    { x: at.x, y, align: 'right' },
  ]);
}
