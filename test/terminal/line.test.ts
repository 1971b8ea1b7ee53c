import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokens, whole } from '../../src/chat/tokens.ts';
import { lineOf } from '../../src/platforms/terminal/line.ts';

const read = (argv: string[]) => tokens(lineOf(argv)).map(whole);

describe('words that a shell has cut', () => {
  it('are read back one by one, whatever is in them, unless they have every sort of quote', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '“', '”', '«', '»', '„', "'", '’', ',', ' ', ':', '//', 'company:', 'Cty Sữa'),
    );
    const word = fc
      .array(piece, { maxLength: 6 })
      .map((pieces) => pieces.join(''))
      // No sort of quotes can hold these.
      .filter(
        (text) => !(/["“”„]/.test(text) && /[“”]|":/.test(text) && /[«»]/.test(text) && /['‘’]/.test(text)),
      );
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), (argv) => {
        expect(read(argv)).toEqual(argv.map((word) => word.normalize('NFC')));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      ['deal', 'add', 'Acme renewal', '1.2tỷ', 'company:Acme Corp'],
      'deal add "Acme renewal" 1.2tỷ company:"Acme Corp"',
    ],
    [['log', 'note', 'D-1', 'he said "yes"'], 'log note D-1 “he said "yes"”'],
    [['find', ''], 'find ""'],
    [['find', '"x'], 'find “"x”'],
    [['log', 'note', 'D-1', 'Note: call back'], 'log note D-1 "Note: call back"'],
    [['find', `'":"`], `find «'":"»`],
    [['pipeline'], 'pipeline'],
    [['deal show 12'], 'deal show 12'],
  ])('%j is the line %s', (argv, line) => expect(lineOf(argv)).toBe(line));
});
