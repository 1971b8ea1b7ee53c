import { expect, it } from 'vitest';
import { formatCountRange, readCountRange } from '../../src/lib/count-range.ts';

it.each([
  ['>50', 51, null],
  ['>= 50', 50, null],
  ['50+', 50, null],
  ['trên 1.000', 1001, null],
  ['từ 20', 20, null],
  ['<200', null, 199],
  ['<=200', null, 200],
  ['dưới 10', null, 9],
  ['10..200', 10, 200],
  ['10 - 200', 10, 200],
  ['10 đến 200', 10, 200],
  ['7', 7, 7],
])('%s is a range that is read back as it is written', (text, min, max) => {
  expect(readCountRange(text)).toEqual({ ok: true, value: { min, max } });
  expect(readCountRange(formatCountRange({ min, max }))).toEqual({ ok: true, value: { min, max } });
});

it.each(['', 'many', '-5', '200..10', '>5+', '1..2..3', '99999999', '1,5', '<0', '5%'])(
  '%s is none',
  (text) => {
    expect(readCountRange(text)).toMatchObject({ ok: false, problem: { code: 'size.unreadable' } });
  },
);
