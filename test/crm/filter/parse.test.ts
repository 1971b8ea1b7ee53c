import { describe, expect, it } from 'vitest';
import { filterFields, keysOf } from '../../../src/crm/filter/fields.ts';
import { readFilter } from '../../../src/crm/filter/parse.ts';

const budget = {
  ...{ id: 12, record: 'company', name: 'Ngân sách', folded: 'ngan sach', kind: 'MONEY' as const },
  ...{ options: [], position: 1, active: true, createdAt: new Date(0) },
};
const keys = keysOf(filterFields('company', [budget]));

/** As one line: `words | field op values`, `!` for not. */
function told(text: string): string {
  const filter = readFilter(text, keys);
  if (!filter.ok) return JSON.stringify(filter.problem);
  const { words, conditions } = filter.value;
  return [
    words,
    ...conditions.map(({ field, not, tests }) => {
      const values = tests.map((test) => {
        if (test.op === '..') return `${test.from}..${test.to}`;
        return `${test.op}${test.text}${test.parts ? ` (${test.parts.join(' / ')})` : ''}`;
      });
      return `${not ? '!' : ''}${field} ${values.join(' or ')}`;
    }),
  ].join(' & ');
}

describe('a filter is read', () => {
  it.each([
    ['', ''],
    ['hoàng long', 'hoàng long'],
    ['industry:IT region:Nam size:>50', ' & industry =IT & region =Nam & employees >50'],
    ['hoàng long ngành:IT', 'hoàng long & industry =IT'],
    ['tag:hội-thảo -tier:VIP', ' & tags =hội-thảo & !tier =VIP'],
    ['tier:vip|customer', ' & tier =vip or =customer'],
    ['tag:a, b', ' & tags =a b (a / b)'],
    ['tag:a,b size:>5', ' & tags =a,b (a / b) & employees >5'],
    ['tag:"hội thảo", vip, "A, B"', ' & tags =hội thảo vip A, B (hội thảo / vip / A, B)'],
    ['industry:IT, size:>50', ' & industry =IT & employees >50'],
    ['revenue:1,5 tỷ', ' & revenue =1,5 tỷ (1 / 5 tỷ)'],
    ['size:10..200', ' & employees 10..200'],
    ['size:..200', ' & employees <=200'],
    ['size:100..', ' & employees >=100'],
    ['size: >= 50 region~nam', ' & employees >=50 & region =nam'],
    ['quy mô:>50 khu vực:miền nam', ' & employees >50 & region =miền nam'],
    ['-quy mô:>50', ' & !employees >50'],
    ['quy mô >50', ' & employees >50'],
    ['thép size > 50 region:nam', 'thép & employees >50 & region =nam'],
    ['khu vực:miền nam quy mô >= 50', ' & region =miền nam & employees >=50'],
    ['A > B2 <!channel> *free*', 'A > B2 <!channel> *free*'],
    ['">50"', '>50'],
    ['created:"tháng này" hoàng "thép việt"', 'hoàng thép việt & created =tháng này'],
    ['“ngân sách”:>100tr', ' & x12 >100tr'],
    ['ngân sách:<=1tỷ, owner:tôi', ' & x12 <=1tỷ & owner =tôi'],
    ['-tag:"hội thảo"', ' & !tags =hội thảo'],
    ['https://acme.vn 10:30 - A', 'https://acme.vn 10:30 - A'],
    ['tag:a tag:b', ' & tags =a & tags =b'],
    ['name:"a|b"', ' & name =a or =b'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['thép >1 tỷ', '{"code":"filter.no_key","args":{"text":">1 tỷ"}}'],
    ['> 50', '{"code":"filter.no_key","args":{"text":"> 50"}}'],
    ['onwer:me', '{"code":"key.unknown_near","args":{"key":"onwer","near":"owner"}}'],
    ['zzzzzz:1', '{"code":"key.unknown","args":{"key":"zzzzzz"}}'],
    ['industry:', '{"code":"filter.no_value","args":{"key":"industry"}}'],
    ['industry: size:>50', '{"code":"filter.no_value","args":{"key":"industry"}}'],
    ['industry:"|"', '{"code":"filter.no_value","args":{"key":"industry"}}'],
  ])('or told what is wrong: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});
