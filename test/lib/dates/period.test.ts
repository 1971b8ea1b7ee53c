import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  periodInstants,
  previousPeriod,
  readPeriod,
  startOfDay,
} from '../../../src/lib/dates/index.ts';

function period(text: string, today = '2026-11-22'): string {
  const found = readPeriod(text, { today });
  return found.ok ? `${found.value.from}..${found.value.to}` : found.problem.code;
}

describe('a period said on Sunday 2026-11-22', () => {
  it.each([
    [['today', 'hôm nay', 'Hom nay'], '2026-11-22..2026-11-22'],
    [['yesterday', 'hôm qua', '21/11', '2026-11-21'], '2026-11-21..2026-11-21'],
    [['this week', 'tuần này', 'tuan nay'], '2026-11-16..2026-11-22'],
    [['last week', 'tuần trước', 'tuần rồi'], '2026-11-09..2026-11-15'],
    [['next week', 'tuần sau', 'tuần tới'], '2026-11-23..2026-11-29'],
    [['this month', 'tháng này', 'tháng 11', '2026-11', '11/2026', 'T11'], '2026-11-01..2026-11-30'],
    [['last month', 'tháng trước', 'thang truoc', 'tháng 10'], '2026-10-01..2026-10-31'],
    [['next month', 'tháng sau'], '2026-12-01..2026-12-31'],
    [['tháng 3', 'T3', 'march', 'tháng ba', '2026-03', '03/2026'], '2026-03-01..2026-03-31'],
    [['this quarter', 'quý này', 'Q4', 'quý 4', 'quý IV'], '2026-10-01..2026-12-31'],
    [['last quarter', 'quý trước'], '2026-07-01..2026-09-30'],
    [
      ['2017-Q1', 'quý 1/2017', 'Q1 2017', 'Q1/2017', 'quý I năm 2017', 'quy 1 2017'],
      '2017-01-01..2017-03-31',
    ],
    [['2017-03', 'tháng 3/2017', 'tháng 3 năm 2017', 'March 2017', 'T3/2017'], '2017-03-01..2017-03-31'],
    [['this year', 'năm nay', '2026', 'năm 2026'], '2026-01-01..2026-12-31'],
    [['last year', 'năm ngoái', 'năm trước', '2025'], '2025-01-01..2025-12-31'],
    [['tháng 12 năm ngoái', 'dec last year'], '2025-12-01..2025-12-31'],
    [
      [
        'H1',
        'h1 2026',
        '2026-H1',
        'nửa đầu năm',
        'nua dau nam nay',
        '6 tháng đầu năm',
        'sáu tháng đầu năm 2026',
      ],
      '2026-01-01..2026-06-30',
    ],
    [['H2', 'nửa cuối năm', '6 thang cuoi nam', 'second half'], '2026-07-01..2026-12-31'],
    [
      ['H2 2025', 'H2/2025', 'H2 năm ngoái', '6 tháng cuối năm ngoái', 'second half of last year'],
      '2025-07-01..2025-12-31',
    ],
    [['H1..H2'], '2026-01-01..2026-12-31'],
    [['all time', 'từ trước đến nay', 'tu truoc toi nay', 'toàn bộ', 'tất cả'], '1970-01-01..2026-11-22'],
    [['last 90 days', '90 ngày qua', 'past 90 days', '90 ngay gan day'], '2026-08-25..2026-11-22'],
    [['last 1 day', '1 ngày qua'], '2026-11-22..2026-11-22'],
    [
      ['từ đầu năm', 'tu dau nam', 'đầu năm đến nay', 'từ đầu năm đến nay', 'ytd', 'year to date'],
      '2026-01-01..2026-11-22',
    ],
    [['từ đầu tháng này', 'MTD', 'this month so far', 'month to date'], '2026-11-01..2026-11-22'],
    [['từ đầu quý', 'qtd'], '2026-10-01..2026-11-22'],
    [['từ đầu tuần', 'this week so far'], '2026-11-16..2026-11-22'],
    [['đầu tháng', 'đầu tháng này'], '2026-11-01..2026-11-01'],
    [['next 30 days', '30 ngày tới'], '2026-11-22..2026-12-21'],
    [['last 3 months', 'ba tháng qua'], '2026-08-23..2026-11-22'],
    [
      ['1/3..31/3', '1/3 .. 31/3', '1/3…31/3', 'từ 1/3 đến 31/3', 'from 1/3 to 31/3'],
      '2026-03-01..2026-03-31',
    ],
    [['1/11..30/11'], '2026-11-01..2026-11-30'],
    [['20/12..10/1'], '2025-12-20..2026-01-10'],
    [['1/3..31/3/2017'], '2017-03-01..2017-03-31'],
    [['20/12..10/1/2017'], '2016-12-20..2017-01-10'],
    [['2017-01-01..2017-12-31', '2017-01..2017-12', '2017-Q1..2017-Q4'], '2017-01-01..2017-12-31'],
    [['thứ 2 tuần trước..hôm nay'], '2026-11-09..2026-11-22'],
    [['2 weeks ago..yesterday'], '2026-11-08..2026-11-21'],
    [['2026-11-22..2026-11-22'], '2026-11-22..2026-11-22'],
    [['31/3/2017..1/3/2017', 'hôm nay..hôm qua'], 'period.backwards'],
    [['tháng 12', 'december'], 'period.which'],
    [['31/02..1/3', '1/3..31/02', '31/02', '29/2..31/3/2017'], 'day.impossible'],
    [
      [
        '',
        '..',
        'all',
        'abc',
        '13/2017',
        '2017-Q5',
        'H3',
        'last 0 days',
        '1/3..',
        '2017-03-01..2017-03-02..2017-03-03 x',
      ],
      undefined,
    ],
  ])('%j', (typed, meant) => {
    for (const one of typed) {
      if (meant) expect([one, period(one)]).toEqual([one, meant]);
      else expect([one, period(one)]).toEqual([one, expect.stringMatching(/unreadable$/)]);
    }
  });

  it('takes a month that has just ended, early in the next year', () => {
    expect(period('tháng 12', '2027-01-05')).toBe('2026-12-01..2026-12-31');
  });

  it('begins weeks on Monday, also across the year', () => {
    expect(period('this week', '2027-01-01')).toBe('2026-12-28..2027-01-03');
    expect(period('this week', '2026-11-23')).toBe('2026-11-23..2026-11-29');
  });
});

describe('the period before', () => {
  it.each([
    ['2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31'],
    ['2027-01-01', '2027-01-31', '2026-12-01', '2026-12-31'],
    ['2026-10-01', '2026-12-31', '2026-07-01', '2026-09-30'],
    ['2028-01-01', '2028-12-31', '2027-01-01', '2027-12-31'],
    ['2028-03-01', '2028-03-31', '2028-02-01', '2028-02-29'],
    ['2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['2026-11-22', '2026-11-22', '2026-11-21', '2026-11-21'],
    ['2026-08-25', '2026-11-22', '2026-05-27', '2026-08-24'],
    ['2026-11-01', '2026-11-22', '2026-10-10', '2026-10-31'],
  ])('%s..%s has %s..%s before it', (from, to, earlierFrom, earlierTo) => {
    expect(previousPeriod({ from, to })).toEqual({ from: earlierFrom, to: earlierTo });
  });
});

const isoDay = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
describe('instants', () => {
  // 2018: Brazil still skipped midnight in November; 2026: Egypt skips it in April and repeats it in October.
  it.each(['Asia/Ho_Chi_Minh', 'America/New_York', 'America/Sao_Paulo', 'Africa/Cairo'])(
    'leave no gap and no overlap between two days in %s',
    (zone) => {
      for (const year of [2018, 2026]) {
        let before = periodInstants({ from: `${year - 1}-12-31`, to: `${year - 1}-12-31` }, zone);
        for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
          const { start, end } = periodInstants({ from: day, to: day }, zone);
          expect(start).toEqual(before.end);
          expect(dayOf(start, zone)).toBe(day);
          expect(dayOf(new Date(end.getTime() - 1), zone)).toBe(day);
          before = { start, end };
        }
      }
    },
  );

  it('begin at one o’clock where the clocks skip midnight', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(dayOf(new Date('2018-11-04T02:59:59Z'), 'America/Sao_Paulo')).toBe('2018-11-03');
  });

  it('make days of 23 and 25 hours, and a year of whole days', () => {
    const hours = (from: string, to: string) => {
      const { start, end } = periodInstants({ from, to }, 'America/New_York');
      return (end.getTime() - start.getTime()) / 3_600_000;
    };
    expect([hours('2026-03-08', '2026-03-08'), hours('2026-11-01', '2026-11-01')]).toEqual([23, 25]);
    expect(hours('2026-01-01', '2026-12-31')).toBe(365 * 24);
  });

  it('follow Vietnam, seven hours before Greenwich', () => {
    expect(periodInstants({ from: '2026-11-01', to: '2026-11-30' }, 'Asia/Ho_Chi_Minh')).toEqual({
      start: new Date('2026-10-31T17:00:00Z'),
      end: new Date('2026-11-30T17:00:00Z'),
    });
  });
});

describe('whatever is typed as a period', () => {
  it('never throws, and never ends before it begins', () => {
    const word = fc.constantFrom(
      ...'tuần này tháng 3 quý 1 /2017 2017 -Q1 .. 1/3 31/02 last 90 days 29/2 từ đến hôm qua 2017-02-29 T12 ...'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word, { maxLength: 6 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, isoDay, (typed, today) => {
        const found = readPeriod(typed, { today });
        if (found.ok) expect(found.value.from <= found.value.to).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('two ISO days make a period of both', () => {
    fc.assert(
      fc.property(isoDay, isoDay, isoDay, (a, b, today) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        expect(period(`${from}..${to}`, today)).toBe(`${from}..${to}`);
        if (from < to) expect(period(`${to}..${from}`, today)).toBe('period.backwards');
      }),
    );
  });
});
