import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmail } from '../../src/lib/email.ts';
import { formatPhone, readPhone } from '../../src/lib/phone.ts';

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
  ])('%j is none', (text) =>
    expect(readPhone(text)).toMatchObject({ ok: false, problem: { code: 'phone.unreadable' } }),
  );

  it('is read by the region it is told', () => {
    expect(readPhone('(212) 555-0123', 'US')).toEqual({ ok: true, value: '+12125550123' });
  });

  it('is printed the national way at home, the international way abroad', () => {
    expect(formatPhone('+84912345678')).toBe('0912 345 678');
    expect(formatPhone('+12125550123')).toBe('+1 212 555 0123');
    expect(formatPhone('whatever')).toBe('whatever');
  });
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
