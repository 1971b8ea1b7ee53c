import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatPercent,
  formatShort,
} from '../../src/lib/format.ts';

/** Non-breaking spaces are promised too, but read badly in a table. */
const spaced = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('amounts in full', () => {
  it.each([
    ['1250000000', 'VND', '1.250.000.000 ₫', '1,250,000,000 ₫'],
    ['0', 'VND', '0 ₫', '0 ₫'],
    ['12000', 'USD', '12.000 US$', '$12,000'],
    ['12000.5', 'USD', '12.000,50 US$', '$12,000.50'],
    ['1500.25', 'EUR', '1.500,25 €', '€1,500.25'],
    ['-12000', 'USD', '-12.000 US$', '-$12,000'],
    ['-500', 'VND', '-500 ₫', '-500 ₫'],
    ['999999999999999999', 'VND', '999.999.999.999.999.999 ₫', '999,999,999,999,999,999 ₫'],
    ['9999999999999999.99', 'USD', '9.999.999.999.999.999,99 US$', '$9,999,999,999,999,999.99'],
    ['33333333.3333', 'VND', '33.333.333 ₫', '33,333,333 ₫'],
    ['0.005', 'USD', '0,01 US$', '$0.01'],
  ])('%s %s is %s and %s', (amount, currency, vi, en) => {
    expect(spaced(formatMoney({ amount, currency }, 'vi'))).toBe(vi);
    expect(spaced(formatMoney({ amount, currency }, 'en'))).toBe(en);
  });

  it('never breaks between the number and its sign', () => {
    expect(formatMoney({ amount: '5', currency: 'VND' }, 'vi')).toBe('5\u00a0₫');
  });
});

describe('amounts in short', () => {
  it.each([
    ['1250000000', '1,25 tỷ', '1.25B'],
    ['6110000000', '6,11 tỷ', '6.11B'],
    ['960000000', '960 tr', '960M'],
    ['500000', '500 nghìn', '500K'],
    ['12500', '12,5 nghìn', '12.5K'],
    ['999', '999', '999'],
    ['0', '0', '0'],
    ['999499999', '999 tr', '999M'],
    ['999500000', '1 tỷ', '1B'],
    ['999999', '1 tr', '1M'],
    ['999.5', '1 nghìn', '1K'],
    ['1245000000', '1,25 tỷ', '1.25B'],
    ['1244999999', '1,24 tỷ', '1.24B'],
    ['1234000000000', '1,23 nghìn tỷ', '1.23T'],
    ['-960000000', '-960 tr', '-960M'],
  ])('%s is %s and %s', (amount, vi, en) => {
    expect(spaced(formatShort(amount, 'vi'))).toBe(vi);
    expect(spaced(formatShort(amount, 'en'))).toBe(en);
  });

  it('says the currency in titles', () => {
    const dong = { amount: '1250000000', currency: 'VND' };
    const dollars = { amount: '12000', currency: 'USD' };
    expect([formatMoneyShort(dong, 'vi'), formatMoneyShort(dong, 'en')].map(spaced)).toEqual([
      '1,25 tỷ ₫',
      '1.25B ₫',
    ]);
    expect([formatMoneyShort(dollars, 'vi'), formatMoneyShort(dollars, 'en')].map(spaced)).toEqual([
      '12 nghìn US$',
      '$12K',
    ]);
    expect(formatMoneyShort({ amount: '-12000', currency: 'USD' }, 'en')).toBe('-$12K');
  });

  it('never prints 1000 of a unit that has a next one', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n - 10n ** 12n), (n) => {
        const [, whole = ''] = /^(\d+)/.exec(formatShort(n.toString(), 'en')) ?? [];
        expect(Number(whole)).toBeLessThan(1000);
      }),
    );
  });
});

describe('numbers and percentages', () => {
  it('groups and marks decimals as the language does', () => {
    expect([formatNumber(8800, 'vi'), formatNumber(8800, 'en')]).toEqual(['8.800', '8,800']);
    expect([formatNumber('12.5', 'vi'), formatNumber('12.345', 'en')]).toEqual(['12,5', '12.35']);
  });

  it.each([
    [4238, 6711, '63,15%', '63.15%'],
    [1, 2, '50%', '50%'],
    [0, 7, '0%', '0%'],
    [1, 3, '33,33%', '33.33%'],
    [2, 3, '66,67%', '66.67%'],
    [3, 2, '150%', '150%'],
    [1, 20000, '0,01%', '0.01%'],
    [-1, 20000, '-0,01%', '-0.01%'],
    ['0.1', '0.3', '33,33%', '33.33%'],
    ['999999999999999999', '1000000000000000000', '100%', '100%'],
  ])('%s of %s is %s and %s', (part, whole, vi, en) => {
    expect(formatPercent(part, whole, 'vi')).toBe(vi);
    expect(formatPercent(part, whole, 'en')).toBe(en);
  });

  it('has no percentage of nothing', () => {
    expect(formatPercent(5, 0, 'vi')).toBeUndefined();
    expect(formatPercent('5', '0.00', 'en')).toBeUndefined();
  });
});
