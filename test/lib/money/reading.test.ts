import { describe, expect, it } from 'vitest';
import { outcome, table } from './read.ts';

describe('marks between digits', () => {
  it.each(
    table(`
      500.000 → 500000 VND
      500,000 → 500000 VND
      1.250.000.000 → 1250000000 VND
      1,250,000,000 → 1250000000 VND
      1200000000 → 1200000000 VND
      0 → 0 VND
      500 → 500 VND
      1,2 tỷ → 1200000000 VND
      1.2 tỷ → 1200000000 VND
      1,25 tỷ → 1250000000 VND
      1,2345 tỷ → 1234500000 VND
      0,125 tỷ → 125000000 VND
      0.5 triệu → 500000 VND
      1.250.000 triệu → 1250000000000 VND
      1.250.000,5 triệu → 1250000500000 VND
      $1,250.50 → 1250.5 USD
      $1.250,50 → 1250.5 USD
      1.250 USD → 1250 USD
      $12.5 → 12.5 USD
      500000.00 đ → 500000 VND
      1000 tỷ → 1000000000000 VND
    `),
  )('%s is %s', (text, expected) => expect(outcome(text)).toBe(expected));

  it.each(
    table(`
      1.250 tỷ → money.two_readings 1250000000 1250000000000
      1,250 tỷ → money.two_readings 1250000000 1250000000000
      500.000 triệu → money.two_readings 500000000 500000000000
      $1.250m → money.two_readings 1250000 1250000000
      1.500k → money.two_readings 1500 1500000
      1 tỷ 25 → money.two_readings 1025000000 1250000000
      2tr50 → money.two_readings 2050000 2500000
      12k50 → money.two_readings 12050 12500
      1tr05 → money.two_readings 1005000 1050000
      một tỷ hai mươi lăm → money.two_readings 1025000000 1250000000
      tam tram trieu → money.two_readings 100000000 800000000
      tam muoi trieu → money.two_readings 10000000 80000000
      tam ty ruoi → money.two_readings 1500000000 8500000000
    `),
  )('%s is asked about: %s', (text, expected) => expect(outcome(text)).toBe(expected));
});

describe('units', () => {
  it.each(
    table(`
      1 tỷ → 1000000000 VND
      1 tỉ → 1000000000 VND
      1 ty → 1000000000 VND
      1 TỶ → 1000000000 VND
      500 triệu → 500000000 VND
      500 trieu → 500000000 VND
      500tr → 500000000 VND
      500 Tr. → 500000000 VND
      500 nghìn → 500000 VND
      500 ngàn → 500000 VND
      500 nghin → 500000 VND
      500k → 500000 VND
      12,5k → 12500 VND
      5 củ → 5000000 VND
      5 cu → 5000000 VND
      1.5m → 1500000 VND
      2b → 2000000000 VND
      2bn → 2000000000 VND
      2.5 billion → 2500000000 VND
      5 trăm triệu → 500000000 VND
      2 trăm rưỡi triệu → 250000000 VND
      2 trăm 50 triệu → 250000000 VND
      5 trăm nghìn → 500000 VND
      3 chục triệu → 30000000 VND
      5 nghìn tỷ → 5000000000000 VND
      2 tỷ rưỡi → 2500000000 VND
      2tr rưỡi → 2500000 VND
      2trưỡi → money.unreadable
      2trrưỡi → 2500000 VND
      5 trieu ruoi → 5500000 VND
      2tr5 → 2500000 VND
      1ty2 → 1200000000 VND
      1tỷ2 → 1200000000 VND
      12k5 → 12500 VND
      5củ2 → 5200000 VND
      1tr250 → 1250000 VND
      1 tr 050 → 1050000 VND
      12k500 → 12500 VND
      1 tỷ 200 → 1200000000 VND
      1 tỷ 2 → 1200000000 VND
      1 tỷ 2tr → 1002000000 VND
      1 tỷ 2tr5 → 1002500000 VND
      1 tỷ 200 triệu → 1200000000 VND
      1 tỷ 200 triệu 500 nghìn → 1200500000 VND
      1 tỷ 2,5tr → 1002500000 VND
      1 nghìn tỷ 200 → 1200000000000 VND
      1m200k → 1200000 VND
    `),
  )('%s is %s', (text, expected) => expect(outcome(text)).toBe(expected));
});

describe('numbers in Vietnamese words', () => {
  it.each(
    table(`
      mười triệu → 10000000 VND
      muoi trieu → 10000000 VND
      hai tỷ rưỡi → 2500000000 VND
      hai ty ruoi → 2500000000 VND
      Hai Tỷ Rưỡi → 2500000000 VND
      tỷ rưỡi → 1500000000 VND
      triệu hai → 1200000 VND
      một tỷ hai → 1200000000 VND
      hai tỷ tư → 2400000000 VND
      một tỷ hai trăm → 1200000000 VND
      một tỷ hai trăm triệu → 1200000000 VND
      một tỷ không trăm năm mươi triệu → 1050000000 VND
      hai mươi lăm triệu → 25000000 VND
      hai muoi lam trieu → 25000000 VND
      hai lăm triệu → 25000000 VND
      hai mươi mốt triệu → 21000000 VND
      ba mươi tư triệu → 34000000 VND
      mười hai tỷ → 12000000000 VND
      chín mươi triệu → 90000000 VND
      một trăm hai mươi triệu → 120000000 VND
      một trăm hai mươi lăm triệu → 125000000 VND
      một trăm linh năm triệu → 105000000 VND
      một trăm lẻ hai triệu → 102000000 VND
      trăm rưỡi triệu → 150000000 VND
      trăm hai triệu → 120000000 VND
      hai trăm rưỡi triệu → 250000000 VND
      tám trăm triệu → 800000000 VND
      năm chục triệu → 50000000 VND
      hai nghìn năm trăm tỷ → 2500000000000 VND
      nửa tỷ → 500000000 VND
      năm trăm đồng → 500 VND
      hai triệu rưỡi đô → 2500000 USD
    `),
  )('%s is %s', (text, expected) => expect(outcome(text)).toBe(expected));

  it('reads accents however they are composed', () => {
    expect(outcome('hai tỷ rưỡi'.normalize('NFD'))).toBe('2500000000 VND');
  });
});

describe('currency and "about"', () => {
  it.each(
    table(`
      500.000 đ → 500000 VND
      500.000đ → 500000 VND
      500000d → 500000 VND
      ₫500.000 → 500000 VND
      500.000 ₫ → 500000 VND
      5 triệu đồng → 5000000 VND
      5 trieu dong → 5000000 VND
      500trđ → 500000000 VND
      1,5tỷđ → 1500000000 VND
      VND 500.000 → 500000 VND
      500.000 VNĐ → 500000 VND
      $12k → 12000 USD
      $ 12k → 12000 USD
      12k$ → 12000 USD
      US$12k → 12000 USD
      12k USD → 12000 USD
      usd 12k → 12000 USD
      $12k USD → 12000 USD
      12k5 đô → 12500 USD
      12 đô la → 12 USD
      $1,2m → 1200000 USD
      €1,5m → 1500000 EUR
      1.5m euros → 1500000 EUR
      khoảng 500tr → 500000000 VND
      khoang 500tr → 500000000 VND
      tầm hai tỷ → 2000000000 VND
      tam 5 trieu → 5000000 VND
      ~1,2 tỷ → 1200000000 VND
      ~ $12k → 12000 USD
      about $12k → 12000 USD
      khoảng tầm 2tr5 → 2500000 VND
    `),
  )('%s is %s', (text, expected) => expect(outcome(text)).toBe(expected));

  it('takes the default only where none is written', () => {
    expect(outcome('12k', 'USD')).toBe('12000 USD');
    expect(outcome('12k đ', 'USD')).toBe('12000 VND');
    expect(outcome('12k GBP', 'GBP')).toBe('12000 GBP');
  });
});
