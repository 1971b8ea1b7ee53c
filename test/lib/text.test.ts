import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, shorten } from '../../src/lib/text.ts';

const FAMILY = '👩‍👩‍👧‍👦';
const [FSI, PDI, RLO, RLI, LRM] = ['\u2068', '\u2069', '\u202e', '\u2067', '\u200e'];

describe('shorten', () => {
  it.each([
    ['short enough', 12, 'short enough'],
    ['one too many', 11, 'one too ma…'],
    ['hai từ', 4, 'hai…'],
    [`a${FAMILY}b`, 12, 'a…'],
    [`a${FAMILY}b`, 13, `a${FAMILY}b`],
    [FAMILY, 5, '…'],
    ['từ'.normalize('NFD').repeat(2), 5, `${'từ'.normalize('NFD')}…`],
    ['\u{1109A}\u{110BA}x', 3, '…'],
    ['anything', 1, '…'],
    ['anything', 0, ''],
  ])('%j in %i is %j', (text, max, short) => expect(shorten(text, max)).toBe(short));

  it('stays within the limit and leaves whole characters', () => {
    const whole = new Intl.Segmenter();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, max) => {
        const short = shorten(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        if (short === text || short === '') return;
        const kept = short.slice(0, -1);
        const ends = [...whole.segment(text)].map((part) => part.index);
        expect(text.startsWith(kept)).toBe(true);
        expect(ends.some((end) => text.slice(0, end).trimEnd() === kept)).toBe(true);
      }),
    );
  });
});

describe('plain', () => {
  it.each([
    ['line\r\nbreak\tand\u0000null', 'line break and null'],
    ['a\u2028b', 'a b'],
    ['<!channel> *free* `x` 🎉', '<!channel> *free* `x` 🎉'],
    [`${FAMILY} ${LRM}ok`, `${FAMILY} ${LRM}ok`],
    ['two  spaces', 'two  spaces'],
    ['lone \ud800 half', 'lone \ufffd half'],
  ])('%j is printed %j', (text, line) => expect(plain(text)).toBe(line));

  it.each([
    [`evil${RLO}txt`, `${FSI}evil${RLO}txt${PDI}`],
    [`open${RLI}ed`, `${FSI}open${RLI}ed${PDI}${PDI}`],
    [`stray${PDI}${RLO}x`, `${FSI}stray${RLO}x${PDI}`],
    ['شركة 42', `${FSI}شركة 42${PDI}`],
    [`${FSI}a${PDI}b`, `${FSI}${FSI}a${PDI}b${PDI}`],
  ])('%j cannot turn the rest of the line', (text, line) => expect(plain(text)).toBe(line));

  it('leaves one line whose isolates are closed, and does not wrap twice', () => {
    const unit = fc.constantFrom('a', 'ش', '\n', FSI, PDI, RLO, RLI, '\u202c', ' ', '🎉');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const line = plain(text);
        expect(line).not.toMatch(/[\n\r]/);
        let depth = 0;
        for (const char of line) {
          if (/[\u2066-\u2068]/.test(char)) depth++;
          if (char === PDI) depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
          if (char === RLO) expect(depth).toBeGreaterThan(0);
        }
        expect(depth).toBe(0);
        expect(plain(line)).toBe(line);
      }),
      { numRuns: 1000 },
    );
  });
});
