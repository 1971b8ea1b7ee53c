import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmail } from '../../src/lib/email.ts';
import { formatPhone, readPhone, readPhones } from '../../src/lib/phone.ts';
import { formatReaches, type Reach, readList, readReaches, typedList } from '../../src/lib/reach.ts';

describe('several texts in one', () => {
  it.each([
    ['a, b,c', ['a', 'b', 'c']],
    ['a, b;c\nd', ['a, b', 'c', 'd']],
    ['a, b;', ['a, b']],
    ['12 Lý Thường Kiệt, Đà Nẵng; 5 Lê Lợi, Huế', ['12 Lý Thường Kiệt, Đà Nẵng', '5 Lê Lợi, Huế']],
    [' a ,, a,', ['a']],
    [',', []],
  ])('%j are %j', (text, list) => expect(readList(text)).toEqual({ ok: true, value: list }));

  it('are not more, and none longer, than can be shown', () => {
    const many = Array.from({ length: 21 }, (_, i) => `t${i}`).join();
    expect(readList(many)).toMatchObject({
      problem: { code: 'list.too_many', args: { max: 20, count: 21 } },
    });
    expect(readList(`a, ${'x'.repeat(201)}`)).toMatchObject({ problem: { code: 'list.long' } });
  });

  it('are read back as they are typed', () => {
    // Among the letters up to ỹ there are spaces, too: they are not kept at an end.
    const part = fc
      .stringMatching(/^[a-zà-ỹ0-9]([a-zà-ỹ0-9 ,]{0,20}[a-zà-ỹ0-9])?$/)
      .filter((text) => text === text.trim());
    fc.assert(
      fc.property(fc.uniqueArray(part, { maxLength: 5 }), (parts) => {
        expect(readList(typedList(parts))).toEqual({ ok: true, value: parts });
      }),
    );
  });
});

describe('several numbers or addresses in one', () => {
  it.each([
    ['0912 345 678', [{ value: '+84912345678' }]],
    [
      '0912345678, (028) 3822 1234 ( thư ký )',
      [{ value: '+84912345678' }, { value: '+842838221234', label: 'thư ký' }],
    ],
    ['0912345678;+84 912 345 678', [{ value: '+84912345678' }]],
    [
      '0912345678 (.), 0987654321 (kho 2 x3)',
      [
        { value: '+84912345678', label: '.' },
        { value: '+84987654321', label: 'kho 2 x3' },
      ],
    ],
    ['0912345678 ()', [{ value: '+84912345678' }]],
    [
      '0912345678, 028 3822 1234, ext 12, 028 3822 1234 (máy lẻ 13) (kho)',
      [
        { value: '+84912345678' },
        { value: '+842838221234;ext=12' },
        { value: '+842838221234;ext=13', label: 'kho' },
      ],
    ],
    ['+842838221234;ext=12; 0912345678', [{ value: '+842838221234;ext=12' }, { value: '+84912345678' }]],
  ])('%j are %j', (text, reaches) => expect(readPhones(text)).toEqual({ ok: true, value: reaches }));

  it.each([
    ['0912345678, 12', '12'],
    ['0912345678, (028)', '(028)'],
    ['0912345678 (a) (b)', '0912345678 (a)'],
  ])('of %j the wrong one is named: %j', (text, wrong) =>
    expect(readReaches(text, readPhone)).toMatchObject({
      problem: { code: 'phone.unreadable', args: { text: wrong } },
    }),
  );

  it('are read back as they are written', () => {
    // What ends in a digit may be an extension.
    const text = fc
      .stringMatching(/^[a-zđà-ỹ0-9 ]{0,12}$/)
      .filter((said) => said === said.normalize('NFC') && !/\d\s*$/.test(said));
    const label = fc.option(text, { nil: undefined });
    const written = <T extends string>(value: fc.Arbitrary<T>) =>
      fc
        .uniqueArray(fc.record({ value, label }), { selector: (r) => r.value, maxLength: 4 })
        .map((all) =>
          all.map(({ value, label }): Reach => ({ value, ...(label?.trim() && { label: label.trim() }) })),
        );
    const phone = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => `+849${n}`);
    const extension = fc.option(fc.stringMatching(/^;ext=[0-9]{1,7}$/), { nil: '' });
    const phones = written(
      fc
        .tuple(
          phone.filter((number) => readPhone(number).ok),
          extension,
        )
        .map((parts) => parts.join('')),
    );
    const emails = written(fc.stringMatching(/^[a-z]{1,9}@[a-z]{1,9}\.vn$/));
    fc.assert(
      fc.property(phones, emails, (some, others) => {
        for (const locale of ['vi', 'en'] as const) {
          const shown = formatReaches(some, (number) => formatPhone(number, locale));
          expect(readPhones(shown)).toEqual({ ok: true, value: some });
        }
        expect(readReaches(formatReaches(others), readEmail)).toEqual({ ok: true, value: others });
      }),
    );
  });
});
