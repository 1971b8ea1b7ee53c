import { describe, expect, it } from 'vitest';
import { optional } from '../../src/chat/field.ts';
import { lookup, money, period, text } from '../../src/chat/fields.ts';
import { split } from '../../src/chat/split.ts';
import { tokens } from '../../src/chat/tokens.ts';
import { vnd } from './reader.ts';

const nobody = { search: async () => [], resolve: async () => ({ kind: 'none' }) as const };
const title = text<never>({ max: 120 });
const amount = money<never>();
const deal = lookup<unknown, never>(nobody);
const note = text<never>({ max: 500, multiline: true });
const stage = {
  ...lookup<unknown, never>(nobody),
  looksLike: (said: string) => ['đàm phán', 'won', 'gửi báo giá'].includes(said),
};

const shares = (fields: Parameters<typeof split>[0], line: string) => split(fields, tokens(line), vnd);

describe('a title and an amount', () => {
  it.each([
    ['Gia hạn Acme 1,2 tỷ', 'Gia hạn Acme', '1,2 tỷ'],
    ['Acme 500tr', 'Acme', '500tr'],
    ['Lô 2 500tr', 'Lô 2', '500tr'],
    ['Acme hai tỷ rưỡi', 'Acme', 'hai tỷ rưỡi'],
    ['Acme 2 tỷ 500', 'Acme', '2 tỷ 500'],
    ['Acme khoảng 3 tỷ', 'Acme', 'khoảng 3 tỷ'],
    ['Acme renewal 12k usd', 'Acme renewal', '12k usd'],
    ['Phòng 101 250 triệu', 'Phòng 101', '250 triệu'],
    ['Mua máy in 50tr', 'Mua máy in', '50tr'],
    ['Kho B 2 tỷ', 'Kho B', '2 tỷ'],
    ['Tòa M 1tr250', 'Tòa M', '1tr250'],
    ['Khu K 500tr', 'Khu K', '500tr'],
    ['Thắng Lợi 2 tỷ', 'Thắng Lợi', '2 tỷ'],
    ['More Fun 2b', 'More Fun', '2b'],
    ['Acme 1.250.000.000', 'Acme', '1.250.000.000'],
    ['"Kho 2" 500tr', 'Kho 2', '500tr'],
    ['Gia hạn Acme, 500tr', 'Gia hạn Acme', '500tr'],
    ['"Acme," 500tr', 'Acme,', '500tr'],
    ['"Kho" 2000', 'Kho', '2000'],
    ['Màn hình 27" 15tr', 'Màn hình 27"', '15tr'],
  ])('are told apart in %s', (line, first, second) => {
    expect(shares([title, amount], line)).toEqual([first, second]);
  });

  it.each([
    'Acme',
    'Gia hạn 2026',
    'Lô 2',
    'Acme 500',
    'Anh Minh 0912345678',
    '500tr Gia hạn',
    'Acme 1 500 000',
    'Acme 500tr 31/12',
  ])('are not invented: all of %s is the title', (line) => {
    expect(shares([title, amount], line)).toEqual([line]);
  });

  it.each([
    ['Acme hơn 2 tỷ', 'hơn 2 tỷ'],
    ['Acme 2-3 tỷ', '2-3 tỷ'],
    ['Acme 1 đến 2 tỷ', '1 đến 2 tỷ'],
    ['Acme 1.250 tỷ', '1.250 tỷ'],
    ['Acme - 2 tỷ', '- 2 tỷ'],
    ['Acme 1ty2 500tr', '1ty2 500tr'],
  ])('that was meant in %s is not cut down to one that reads', (line, second) => {
    expect(shares([title, amount], line)).toEqual(['Acme', second]);
    expect(amount.read(second, vnd).ok).toBe(false);
  });
});

describe('a record and a text', () => {
  it.each([
    ['12 khách hẹn mai', '12', 'khách hẹn mai'],
    ['#12 khách', '#12', 'khách'],
    ['D-12 khách hẹn', 'D-12', 'khách hẹn'],
    ['d12 khách hẹn', 'd12', 'khách hẹn'],
    ['Acme "khách hẹn"', 'Acme', 'khách hẹn'],
    ['Hoàng Long "khách hẹn"', 'Hoàng Long', 'khách hẹn'],
    ['"Hoàng Long" khách hẹn mai', 'Hoàng Long', 'khách hẹn mai'],
  ])('are parted by a number or by quotes: %s', (line, record, said) => {
    expect(shares([deal, note], line)).toEqual([record, said]);
  });

  it('are not parted by guessing: a short line names the record, a long one is the text', () => {
    expect(shares([deal, note], 'Hoàng Long')).toEqual(['Hoàng Long']);
    expect(shares([deal, note], 'Acme gọi rồi')).toEqual(['Acme gọi rồi']);
    expect(shares([deal, note], 'Minh Phát khách hẹn mai ký')).toEqual(['', 'Minh Phát khách hẹn mai ký']);
    expect(shares([deal, optional(note)], 'Acme vì giá cao quá')).toEqual(['Acme vì giá cao quá']);
  });

  it('leave over what stands in too many groups', () => {
    expect(shares([deal, note], '12 khách nói "giá cao" rồi')).toEqual(['12', 'khách nói', 'giá cao', 'rồi']);
    expect(shares([title], '"A" "B"')).toEqual(['A', 'B']);
  });
});

describe('a record and a stage', () => {
  it.each([
    ['Acme đàm phán', 'Acme', 'đàm phán'],
    ['Gia hạn Hoàng Long gửi báo giá', 'Gia hạn Hoàng Long', 'gửi báo giá'],
    ['42 won', '42', 'won'],
    ['42 ký kết', '42', 'ký kết'],
    ['"Acme won" won', 'Acme won', 'won'],
  ])('are told apart in %s', (line, record, to) => {
    expect(shares([deal, stage], line)).toEqual([record, to]);
  });

  it('without a stage all is the record', () => {
    expect(shares([deal, stage], 'Hoàng Long')).toEqual(['Hoàng Long']);
    expect(shares([deal, stage], '42')).toEqual(['42']);
  });
});

it('one field takes all there is, also what it cannot read', () => {
  expect(shares([period<never>()], 'last quater of all')).toEqual(['last quater of all']);
  expect(shares([stage], 'ký kết')).toEqual(['ký kết']);
  expect(shares([deal], '365 Media')).toEqual(['365 Media']);
  expect(shares([], 'more')).toEqual(['more']);
  expect(shares([title], '')).toEqual([]);
});
