import { expect, it } from 'vitest';
import { readAbsence } from '../../../src/lib/dates/index.ts';

/** A Wednesday. */
const today = '2026-11-18';
const told = (text: string) => {
  const reading = readAbsence(text, { today });
  if (!reading.ok) return reading.problem.code;
  return reading.value ? `${reading.value.from}..${reading.value.to}` : 'none';
};

it.each([
  ['25/11..2/12', '2026-11-25..2026-12-02'],
  ['25/11 đến 2/12', '2026-11-25..2026-12-02'],
  ['tu 25/11 toi 2/12', '2026-11-25..2026-12-02'],
  ['25/11 - 2/12', '2026-11-25..2026-12-02'],
  ['from 25 Nov to 2 Dec', '2026-11-25..2026-12-02'],
  ['2026-12-01..2026-12-05', '2026-12-01..2026-12-05'],
  ['20/12..10/1', '2026-12-20..2027-01-10'],
  ['1/3..5/3', '2027-03-01..2027-03-05'],
  ['16/11..20/11', '2026-11-16..2026-11-20'],
  ['hôm nay..thứ 6', '2026-11-18..2026-11-20'],
  ['mai..mốt', '2026-11-19..2026-11-20'],
  ['mai', '2026-11-19..2026-11-19'],
  ['thứ 6 tuần sau', '2026-11-27..2026-11-27'],
  ['tuần sau', '2026-11-23..2026-11-29'],
  ['next week', '2026-11-23..2026-11-29'],
  ['tháng 12', '2026-12-01..2026-12-31'],
  ['tháng 3', '2027-03-01..2027-03-31'],
  ['none', 'none'],
  ['Không', 'none'],
  ['2/12..25/11', 'period.backwards'],
  ['hôm qua', 'absence.over'],
  ['1/10/2026..5/10/2026', 'absence.over'],
  ['31/02', 'day.impossible'],
  ['sau Tết', 'day.vague'],
  ['sometimes', 'day.unreadable'],
])('%s is an absence of %s', (text, expected) => expect(told(text)).toBe(expected));
