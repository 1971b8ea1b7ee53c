import { fold } from '../fold.ts';

/** A word or sign of an amount, by what it can do in one. */
export type Token =
  | { readonly kind: 'figures'; readonly text: string }
  | { readonly kind: 'unit'; readonly power: number; readonly text: string }
  | { readonly kind: 'digit' | 'last'; readonly value: number; readonly text: string }
  | { readonly kind: 'currency'; readonly code: string; readonly text: string }
  | { readonly kind: Plain | 'unknown'; readonly text: string };
type Plain = 'hundred' | 'ten' | 'tens' | 'anyTen' | 'dozen' | 'odd' | 'zero' | 'half' | 'aHalf' | 'about';

type Entry =
  | { kind: 'unit'; power: number }
  | { kind: 'digit' | 'last'; value: number }
  | { kind: 'currency'; code: string }
  | { kind: Plain };

/** A word typed with accents must have the right ones; typed without any, it is found as well. */
const LEXICON = new Map<string, Entry>();
function words(entry: Entry, spellings: string): void {
  for (const spelling of spellings.split(' ')) {
    LEXICON.set(spelling.normalize('NFC'), entry);
    if (!LEXICON.has(fold(spelling))) LEXICON.set(fold(spelling), entry);
  }
}

words({ kind: 'unit', power: 3 }, 'k nghìn ngàn thousand');
words({ kind: 'unit', power: 6 }, 'triệu tr củ m million');
words({ kind: 'unit', power: 9 }, 'tỷ tỉ b bn billion');
words({ kind: 'hundred' }, 'trăm');
'một hai ba bốn năm sáu bảy tám chín'.split(' ').forEach((word, i) => {
  words({ kind: 'digit', value: i + 1 }, word);
});
words({ kind: 'digit', value: 7 }, 'bẩy');
words({ kind: 'zero' }, 'không');
// Digits as they sound after tens: hai mươi mốt, hai mươi tư, hai mươi lăm.
words({ kind: 'last', value: 1 }, 'mốt');
words({ kind: 'last', value: 4 }, 'tư');
words({ kind: 'last', value: 5 }, 'lăm nhăm');
words({ kind: 'anyTen' }, 'muoi');
words({ kind: 'ten' }, 'mười');
words({ kind: 'tens' }, 'mươi');
words({ kind: 'dozen' }, 'chục');
words({ kind: 'odd' }, 'linh lẻ');
words({ kind: 'half' }, 'rưỡi rưởi');
words({ kind: 'aHalf' }, 'nửa');
words({ kind: 'about' }, 'khoảng tầm cỡ chừng ~ ≈ about around approx approximately roughly');
words({ kind: 'currency', code: 'VND' }, '₫ đ đồng vnd vnđ');
words({ kind: 'currency', code: 'USD' }, '$ us$ usd đô dollar dollars');
words({ kind: 'currency', code: 'EUR' }, '€ eur euro euros');

const PIECE = /us\$|\p{Sc}|\d+(?:[.,]\d+)*|\p{L}+|\S/gu;

/** Splits lower-case NFC text; figures and letters need no space between them (`1ty2`, `500trđ`). */
export function tokenize(text: string, defaultCurrency: string): Token[] {
  const known = (piece: string): Token | undefined => {
    if (piece === defaultCurrency.toLowerCase()) {
      return { kind: 'currency', code: defaultCurrency, text: piece };
    }
    const entry = LEXICON.get(piece);
    return entry && { ...entry, text: piece };
  };
  const pieces = text.replace(/(?<!\p{L})(đô|do)[ -]?la(?!\p{L})/gu, 'usd').match(PIECE) ?? [];
  return pieces.flatMap((piece): Token[] => {
    if (/^\d/.test(piece)) return [{ kind: 'figures', text: piece }];
    const token = known(piece);
    if (token) return [token];
    for (let i = 1; i < piece.length; i++) {
      const [unit, rest] = [known(piece.slice(0, i)), known(piece.slice(i))];
      if (unit?.kind === 'unit' && (rest?.kind === 'currency' || rest?.kind === 'half')) return [unit, rest];
    }
    return [{ kind: 'unknown', text: piece }];
  });
}
