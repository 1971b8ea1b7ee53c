import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal, writeDecimal } from '../../src/lib/decimals.ts';

describe('plain numbers', () => {
  it.each([
    ['12', '12'],
    ['-3,5', '-3.5'],
    ['−3.5', '-3.5'],
    ['1.234', '1234'],
    ['1,234,567', '1234567'],
    ['1.234,5', '1234.5'],
    ['1,234.56', '1234.56'],
    ['12 500', '12500'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['1.2340', '1.234'],
    ['3,50', '3.5'],
    ['2.0', '2'],
    ['007', '7'],
    ['-0', '0'],
  ])('%j is %s', (text, value) => expect(readDecimal(text)).toEqual({ ok: true, value }));

  it.each([
    '',
    'abc',
    '1e5',
    '1,23,456',
    '1.234.56',
    '1.234.567.8',
    '1..5',
    '5%',
    '12 người',
    '--1',
    '1'.repeat(19),
  ])('%j is none', (text) =>
    expect(readDecimal(text)).toMatchObject({ problem: { code: 'decimal.unreadable' } }),
  );

  it('are read back as they are written, in either language', () => {
    const value = fc
      .tuple(fc.boolean(), fc.nat(), fc.stringMatching(/^[0-9]{0,6}$/))
      .map(([minus, whole, part]) => {
        const fraction = part.replace(/0+$/, '');
        return `${minus && (whole || fraction) ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
      });
    fc.assert(
      fc.property(value, fc.constantFrom('vi' as const, 'en' as const), (value, locale) => {
        expect(readDecimal(writeDecimal(value, locale))).toEqual({ ok: true, value });
      }),
    );
  });
});
