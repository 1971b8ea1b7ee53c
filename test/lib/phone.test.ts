import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmail } from '../../src/lib/email.ts';
import { formatPhone, isDialled, readPhone } from '../../src/lib/phone.ts';

describe('phone numbers', () => {
  it.each([
    ['0912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['0912.345.678', '+84912345678'],
    ['+84 912 345 678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['(028) 3822 1234', '+842838221234'],
    ['+1 212 555 0123', '+12125550123'],
    [' 0912-345-678 ', '+84912345678'],
    ['028 3822 1234 ext 12', '+842838221234;ext=12'],
    ['(028) 3822.1234 Ext.: 12', '+842838221234;ext=12'],
    ['028 3822 1234 (ext 12)', '+842838221234;ext=12'],
    ['02838221234x123', '+842838221234;ext=123'],
    ['+1 212 555 0123 extension 4567', '+12125550123;ext=4567'],
    ['028 3822 1234 máy lẻ 12', '+842838221234;ext=12'],
    ['028 3822 1234 máy lẻ 12'.normalize('NFD'), '+842838221234;ext=12'],
    ['028 3822 1234 MAY LE: 12', '+842838221234;ext=12'],
    ['028 3822 1234 số máy lẻ 012', '+842838221234;ext=012'],
    ['028 3822 1234 (nhánh 12)', '+842838221234;ext=12'],
    ['028 3822 1234 số nội bộ 12', '+842838221234;ext=12'],
    ['+842838221234;ext=12', '+842838221234;ext=12'],
  ])('%j is %s', (text, e164) => expect(readPhone(text)).toEqual({ ok: true, value: e164 }));

  it.each([
    '',
    '12',
    '0912',
    'abc',
    '0000000000',
    '500.000',
    'gọi 0912345678',
    '0912345678 0987654321',
    '0165123456',
    '028 3822 1234 ext',
    '028 3822 1234 ext 12345678',
    '028 3822 1234 (ext 12',
    '028 3822 1234 ext 12 13',
    'ext 12',
    'máy lẻ 12',
    '0912 ext 12',
  ])('%j is none', (text) =>
    expect(readPhone(text)).toMatchObject({ ok: false, problem: { code: 'phone.unreadable' } }),
  );

  it('is read by the region it is told', () => {
    expect(readPhone('(212) 555-0123', 'US')).toEqual({ ok: true, value: '+12125550123' });
  });

  it('is printed the national way at home, the international way abroad', () => {
    expect(formatPhone('+84912345678', 'vi')).toBe('0912 345 678');
    expect(formatPhone('+12125550123', 'vi')).toBe('+1 212 555 0123');
    expect(formatPhone('+842838221234;ext=12', 'vi')).toBe('028 3822 1234 máy lẻ 12');
    expect(formatPhone('+842838221234;ext=12', 'en')).toBe('028 3822 1234 ext. 12');
    expect(formatPhone('whatever', 'vi')).toBe('whatever');
  });

  it.each([
    ['0912 345 67', true],
    ['028 3822 123 máy lẻ 12', true],
    ['Lô 20181122', false],
    ['0912', false],
  ])('%j is meant to be dialled: %s', (text, is) => expect(isDialled(text)).toBe(is));
});

describe('e-mail addresses', () => {
  it.each([
    ['an@example.com', 'an@example.com'],
    [' Lan.Anh+crm@Example.COM ', 'Lan.Anh+crm@example.com'],
  ])('%j is %s', (text, email) => expect(readEmail(text)).toEqual({ ok: true, value: email }));

  it.each([
    '',
    'an',
    'an@',
    '@example.com',
    'an@example',
    'a b@example.com',
    'a@b.com, c@d.com',
    `${'a'.repeat(300)}@b.com`,
  ])('%j is none', (text) =>
    expect(readEmail(text)).toMatchObject({ ok: false, problem: { code: 'email.unreadable' } }),
  );

  it('is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof readEmail(text).ok).toBe('boolean');
        expect(typeof readPhone(text).ok).toBe('boolean');
      }),
    );
  });
});
