import { describe, expect, it } from 'vitest';
import { said, tokens } from '../../src/chat/tokens.ts';

/** Without what was typed, which the next test is about. */
const plain = (line: string) => tokens(line).map(({ raw: _, ...token }) => token);
const texts = (line: string) => tokens(line).map(({ text }) => text);

describe('a line is cut into words', () => {
  it('each of which is kept as it was typed, for fields that read keys of their own', () => {
    const line = 'a tag:"hội thảo" -tag:“b c” «d e»';
    expect(
      tokens(line)
        .map(({ raw }) => raw)
        .join(' '),
    ).toBe(line);
  });

  it('at any white space, none of which is kept', () => {
    expect(texts('  deal   add\tAcme\u00a0500tr \n')).toEqual(['deal', 'add', 'Acme', '500tr']);
    expect(tokens('   ')).toEqual([]);
  });

  it.each([
    '"Gia hạn Acme"',
    '“Gia hạn Acme”',
    '„Gia hạn Acme“',
    '«Gia hạn Acme»',
    '"Gia hạn Acme”',
    '”Gia hạn Acme”',
    "'Gia hạn Acme'",
    '‘Gia hạn Acme’',
  ])('but not within the quotes of %s', (quoted) => {
    expect(plain(`${quoted} 1,2 tỷ`)).toEqual([
      { text: 'Gia hạn Acme', quoted: true },
      { text: '1,2', quoted: false },
      { text: 'tỷ', quoted: false },
    ]);
  });

  it('where a comma after quotes only parts, and quotes of another kind are letters', () => {
    expect(texts('"Gia hạn", 5tr')).toEqual(['Gia hạn', '5tr']);
    expect(texts('“he said "no" twice” ok')).toEqual(['he said "no" twice', 'ok']);
    expect(texts('«Kho "A"» ok')).toEqual(['Kho "A"', 'ok']);
  });

  it('where an unclosed quote, inches and apostrophes are letters', () => {
    expect(texts('"Gia hạn Acme')).toEqual(['"Gia', 'hạn', 'Acme']);
    expect(texts('màn hình 27" 15tr')).toEqual(['màn', 'hình', '27"', '15tr']);
    expect(texts("Dell's O'Neill")).toEqual(["Dell's", "O'Neill"]);
    expect(texts('a"b"c')).toEqual(['a"b"c']);
    expect(plain('""')).toEqual([{ text: '', quoted: true }]);
  });
});

describe('key:value', () => {
  it('has its key before the first colon, in any alphabet and however the accents are stored', () => {
    expect(plain('company:Acme')).toEqual([{ key: 'company', text: 'Acme', quoted: false }]);
    expect(plain('số-tiền:5tr')).toEqual([{ key: 'số-tiền', text: '5tr', quoted: false }]);
    expect(plain('giá:5tr'.normalize('NFD'))).toEqual([{ key: 'giá', text: '5tr', quoted: false }]);
    expect(plain('at:08:30')).toEqual([{ key: 'at', text: '08:30', quoted: false }]);
  });

  it('may have its value in quotes, or after a space', () => {
    expect(plain('company:"A B"')).toEqual([{ key: 'company', text: 'A B', quoted: true }]);
    expect(plain('công-ty:“A B”')).toEqual([{ key: 'công-ty', text: 'A B', quoted: true }]);
    expect(plain('company: Acme')).toEqual([
      { key: 'company', text: '', quoted: false },
      { text: 'Acme', quoted: false },
    ]);
  });

  it('may have its key in quotes, which is then all of it', () => {
    const key = { key: 'signed NDA', keyQuoted: '"signed NDA"' };
    expect(plain('"signed NDA":có')).toEqual([{ ...key, text: 'có', quoted: false }]);
    expect(plain('"signed NDA":"rồi nhé"')).toEqual([{ ...key, text: 'rồi nhé', quoted: true }]);
    expect(plain('"signed NDA": có')[0]).toEqual({ ...key, text: '', quoted: false });
    expect(said(tokens('khách nói "để sau":x'))).toBe('khách nói "để sau":x');
  });

  it.each(['08:30', 'https://acme.vn/a:b', '9h:30', ':tada:', '31/12', '_draft:5', '<@U1>', '::'])(
    'is not %s',
    (word) => {
      expect(plain(word)).toEqual([{ text: word, quoted: false }]);
    },
  );

  it('within quotes is text', () => {
    expect(plain('"company:Acme"')).toEqual([{ text: 'company:Acme', quoted: true }]);
  });

  it('can be said again as it was', () => {
    expect(said(tokens('Dự án A: giai đoạn 2 x:y'))).toBe('Dự án A: giai đoạn 2 x:y');
  });
});
