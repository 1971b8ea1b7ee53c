import { expect, it } from 'vitest';
import { createGate } from '../../src/lib/gate.ts';

it('lets so many works run at once, the others in their order, also after one that failed', async () => {
  const turn = createGate(2);
  const begun: number[] = [];
  const ends: ((fails?: boolean) => void)[] = [];
  const works = [0, 1, 2, 3].map((i) =>
    turn(() => {
      begun.push(i);
      return new Promise<number>((resolve, reject) => {
        ends[i] = (fails) => (fails ? reject(new Error('failed')) : resolve(i));
      });
    }),
  );
  expect(begun).toEqual([0, 1]);
  ends[1]?.(true);
  await expect(works[1]).rejects.toThrow('failed');
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.();
  expect(await works[0]).toBe(0);
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const i of [2, 3]) ends[i]?.();
  expect(await Promise.all(works.slice(2))).toEqual([2, 3]);
});
