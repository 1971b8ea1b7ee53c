import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldCompany, hasAccents, nearest, typoDistance } from '../../src/lib/fold.ts';

describe('fold', () => {
  it.each([
    ['Đàm phán', 'dam phan'],
    ['  Nguyễn\t Thị\u00a0 Hương ', 'nguyen thi huong'],
    ['ĐẶNG', 'dang'],
    ['Hương'.normalize('NFD'), 'huong'],
    ['a\u200bc\u202em\u2069e', 'acme'],
    ['', ''],
  ])('%j becomes %j', (text, folded) => expect(fold(text)).toBe(folded));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows whether accents were typed, composed or not', () => {
    expect(['Hương', 'Hương'.normalize('NFD'), 'Đa'].map(hasAccents)).toEqual([true, true, true]);
    expect(hasAccents('Huong Da')).toBe(false);
  });
});

describe('foldCompany', () => {
  it.each([
    ['Công ty TNHH Sao Mai', 'sao mai'],
    ['Công ty TNHH MTV Sao Mai', 'sao mai'],
    ['CÔNG TY TNHH MỘT THÀNH VIÊN SAO MAI', 'sao mai'],
    ['Công ty Trách nhiệm hữu hạn Hai thành viên trở lên Sao Mai', 'sao mai'],
    ['Công ty Cổ phần Sữa Việt Nam', 'sua viet nam'],
    ['Cty CP Thắng Lợi', 'thang loi'],
    ['Cty. TNHH Thắng Lợi', 'thang loi'],
    ['C.Ty Thắng Lợi', 'thang loi'],
    ['CTCP FPT', 'fpt'],
    ['FPT CTCP', 'fpt'],
    ['FPT JSC', 'fpt'],
    ['TNHH Sao Mai', 'sao mai'],
    ['Acme Co., Ltd.', 'acme'],
    ['Acme Company Limited', 'acme'],
    ['Acme Pte. Ltd.', 'acme'],
    ['Acme, Inc.', 'acme'],
    ['Acme Corp', 'acme'],
    ['Acme LLC', 'acme'],
    ['Müller GmbH', 'muller'],
    ['Cty CP Sao Mai JSC', 'sao mai'],
  ])('%s is found as %s', (name, folded) => expect(foldCompany(name)).toBe(folded));

  it.each([
    ['CP Foods', 'cp foods'],
    ['Quán Cò', 'quan co'],
    ['Incom', 'incom'],
    ['Congtyland', 'congtyland'],
    ['Công ty TNHH', 'cong ty tnhh'],
    ['Công ty Cổ phần', 'cong ty co phan'],
    ['Co., Ltd.', 'co., ltd.'],
    ['LLC', 'llc'],
  ])('%s keeps its words', (name, folded) => expect(foldCompany(name)).toBe(folded));

  it('leaves something of every name', () => {
    const part = fc.constantFrom('Công ty', 'TNHH', 'CP', 'MTV', 'Sao', 'Co.', 'Ltd', 'JSC', ',', 'x');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const name = parts.join(' ');
        expect(foldCompany(name)).not.toBe('');
      }),
    );
  });
});

describe('typing mistakes', () => {
  it.each([
    ['deal', 'deal', 0],
    ['deal', 'dael', 1],
    ['deal', 'del', 1],
    ['deal', 'deall', 1],
    ['deal', 'dexl', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['pipeline', 'pieplnie', 2],
  ])('%j and %j are %i apart', (a, b, distance) => {
    expect(typoDistance(a, b)).toBe(distance);
    expect(typoDistance(b, a)).toBe(distance);
  });

  it('stops at the bound with the same answer as without one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, max) => {
        expect(typoDistance(a, b, max)).toBe(Math.min(typoDistance(a, b), max + 1));
      }),
      { numRuns: 1000 },
    );
  });

  it('suggests the nearest word, and none when all are far', () => {
    const commands = ['deal', 'lead', 'pipeline', 'kpi', 'đồng hồ'];
    expect(nearest('dael', commands)).toBe('deal');
    expect(nearest('pipelin', commands)).toBe('pipeline');
    expect(nearest('Dong ho', commands)).toBe('đồng hồ');
    expect(nearest('zzzzzz', commands)).toBeUndefined();
    expect(nearest('kpo', commands, 0)).toBeUndefined();
  });
});
