import { expect, it } from 'vitest';
import { oncePer } from '../../src/lib/once.ts';

it('works something out once for each object, also where nothing comes of it', () => {
  const asked: object[] = [];
  const sizeOf = oncePer((of: { readonly size?: number }) => {
    asked.push(of);
    return of.size;
  });
  const [large, none] = [{ size: 7 }, {}];
  expect([large, none, large, none, { size: 7 }].map(sizeOf)).toEqual([7, undefined, 7, undefined, 7]);
  expect(asked).toEqual([large, none, { size: 7 }]);
});
