import type { Test } from '../parse.ts';

const FROM_TO = /^(?:(?:từ|tu|from)\s+)?(\S.*?)(?:\s*[-–—]\s*|\s+(?:đến|den|tới|toi|to)\s+)(\S.*)$/iu;
const NUMBER_ALONE = /^\P{L}*$/u;

/**
 * A test of numbers or amounts whose two ends a dash or a word parts, as one of what lies between: `50-500`, `từ 50
 * đến 500`. Where only the last has a unit it is that of both: `500-800tr`.
 */
export function ranged(test: Test, reads: (text: string) => boolean): Test {
  if (test.op === '..') return { ...test, from: inUnit(test.from, test.to, reads) };
  const [, from = '', to = ''] = test.op === '=' && !reads(test.text) ? (FROM_TO.exec(test.text) ?? []) : [];
  if (!from || !reads(to)) return test;
  const first = inUnit(from, to, reads);
  return reads(first) ? { op: '..', from: first, to } : test;
}

function inUnit(from: string, to: string, reads: (text: string) => boolean): string {
  const unit = /^\P{L}*\d\s*(\p{L}\D*)$/u.exec(to)?.[1] ?? '';
  const short = NUMBER_ALONE.test(from) && from.replaceAll(/\D/g, '').length <= 3;
  return short && reads(from + unit) ? from + unit : from;
}
