import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../../src/lib/format.ts';
import { readMoney } from '../../../src/lib/money/index.ts';
import { outcome, table } from './read.ts';

describe('what is refused', () => {
  it.each(
    table(`
      -5tr → money.negative
      −500.000 → money.negative
      -$12k → money.negative
      $-12k → money.negative
      âm 5 triệu → money.negative
      500-600tr → money.range
      500tr - 600tr → money.range
      500tr–600tr → money.range
      500tr~600tr → money.range
      từ 500 đến 600 triệu → money.range
      tu 500 den 600 trieu → money.range
      1 hoặc 2 tỷ → money.range
      1 hay 2 tỷ → money.range
      $5k or $6k → money.range
      một hai tỷ → money.range
      hai ba trăm triệu → money.range
      năm bảy triệu → money.range
      chín mười tỷ → money.range
      mười lăm hai mươi tỷ → money.range
      một trăm hai ba triệu → money.range
      vài tỷ → money.vague
      vai trieu → money.vague
      mấy trăm triệu → money.vague
      mươi triệu → money.vague
      tầm mươi triệu → money.vague
      mười mấy triệu → money.vague
      trăm triệu → money.vague
      tỷ → money.vague
      chục tỷ → money.vague
      hơn 2 tỷ → money.vague
      gần 500tr → money.vague
      500tr+ → money.vague
      over $5k → money.vague
      10% → money.percent
      10 phần trăm → money.percent
      5-10% → money.percent
      500tr 200tr → money.several
      500tr và 200tr → money.several
      500tr, 200tr → money.several
      2tr 3tỷ → money.several
      1 tỷ 0,5 tỷ → money.several
      1 tỷ 2000 triệu → money.several
      năm trăm → money.no_unit
      5 trăm → money.no_unit
      mười lăm → money.no_unit
      1,5 đ → money.decimals
      $12.3456 → money.decimals
      500.0000 → money.decimals
      0,0005k → money.decimals
      1000000000 tỷ → money.too_large
      1e9 → money.unreadable
      1x10^9 → money.unreadable
      5t → money.unreadable
      12.50.000 → money.unreadable
      1.250,000 → money.unreadable
      1.25.000 → money.unreadable
      1250.000 → money.unreadable
      1250.000.000 → money.unreadable
      1,250,00 → money.unreadable
      1,250.500 → money.unreadable
      1 250 000 → money.unreadable
      007 → money.unreadable
      .5 tỷ → money.unreadable
      1,5 tỷ 200 → money.unreadable
      1,5 tỷ rưỡi → money.unreadable
      2 tỷ rưỡi 5 → money.unreadable
      rưỡi → money.unreadable
      120m2 → money.unreadable
      120 m² → money.unreadable
      2kg → money.unreadable
      5 người → money.unreadable
      3 tháng → money.unreadable
      mười năm → money.unreadable
      hai mươi năm triệu → money.unreadable
      100k/tháng → money.unreadable
      2 x 5tr → money.unreadable
      1m5 → money.unreadable
      tr5 → money.unreadable
      tý → money.unreadable
      5 tý → money.unreadable
      5 cũ → money.unreadable
      $5 VND → money.unreadable
      5$ triệu → money.unreadable
      0912345678 → money.unreadable
      0912 345 678 → money.unreadable
      0912.345.678 → money.unreadable
      +84912345678 → money.unreadable
      84912345678 → money.unreadable
      31/12 → money.unreadable
      31/12/2026 → money.unreadable
      2026-12-31 → money.unreadable
      31.12.2026 → money.unreadable
      Acme → money.unreadable
      đ → money.unreadable
    `),
  )('%s: %s', (text, expected) => expect(outcome(text)).toBe(expected));

  it('is nothing, or far too long', () => {
    expect(outcome('')).toBe('money.unreadable');
    expect(outcome('  ')).toBe('money.unreadable');
    expect(outcome('9'.repeat(100_000))).toBe('money.unreadable');
    expect(outcome('1 tỷ '.repeat(20_000))).toBe('money.unreadable');
  });

  it('quotes no more than forty characters of what was typed', () => {
    const reading = readMoney('x'.repeat(5000), 'VND');
    expect(!reading.ok && String(reading.problem.args?.text)).toHaveLength(40);
  });
});

describe('for any text', () => {
  const alphabet = [
    ...'0123456789.,-~$€₫% ',
    'tỷ',
    'tr',
    'k',
    'rưỡi',
    'hai',
    'trăm',
    'mươi',
    'tam',
    'đ',
    '\u200b',
  ];
  const typed = fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((parts) => parts.join(''));

  it('never throws, and what it reads is a plain decimal of at most 18 digits', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), typed),
        fc.constantFrom('VND', 'USD'),
        (text, currency) => {
          const reading = readMoney(text, currency);
          if (!reading.ok) return;
          expect(reading.value.amount).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
          expect(reading.value.amount.replace('.', '').length).toBeLessThanOrEqual(18);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('reads back every amount that is printed, in both languages', () => {
    const cents = fc.bigInt(0n, 10n ** 18n - 1n);
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom('VND', 'USD', 'EUR'),
        fc.constantFrom('vi', 'en'),
        (n, currency, locale) => {
          const digits = n.toString().padStart(3, '0');
          const minor = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
          const amount = currency === 'VND' ? n.toString() : minor;
          const text = formatMoney({ amount, currency }, locale as 'vi' | 'en');
          expect(readMoney(text, 'VND')).toEqual({ ok: true, value: { amount, currency } });
        },
      ),
      { numRuns: 500 },
    );
  });
});
