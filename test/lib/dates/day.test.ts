import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '../../../src/lib/dates/index.ts';
import { fold } from '../../../src/lib/fold.ts';

/** What a reading comes to: the day, or the code of the problem. */
function day(text: string, today: string, prefer: 'future' | 'past' = 'future'): string {
  const found = readDay(text, { today, prefer });
  return found.ok ? found.value : found.problem.code;
}

/** Lines of `what is typed = what it means`; several ways to type it are parted by `|`. */
function table(lines: string): [string, string][] {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.split(' = ').map((cell) => cell.trim()));
  return rows.flatMap(([typed = '', meant = '']) =>
    typed.split('|').map((one): [string, string] => [one.trim(), meant]),
  );
}

const SUNDAY = '2026-11-22';

describe('a day said on Sunday 2026-11-22 for what is to come', () => {
  const rows = table(`
    hôm nay | nay | today | HÔM NAY | hôm  nay = 2026-11-22
    mai | ngày mai | tomorrow | sáng mai = 2026-11-23
    mốt | ngày mốt | ngày kia | day after tomorrow = 2026-11-24
    ngày kìa = 2026-11-25
    hôm qua | yesterday = 2026-11-21
    hôm kia = 2026-11-20
    hôm kìa = 2026-11-19
    thứ 6 | thứ sáu | thứ 6 tới | thứ sáu tới | t6 | T6 | friday | Fri | thứ 6 tuần sau | thứ sáu tuần tới = 2026-11-27
    t6 tuần sau | tuần sau thứ 6 | next friday | friday next week | friday of next week | next week friday = 2026-11-27
    thứ 6 tuần này | friday this week = 2026-11-20
    thứ 6 tuần sau nữa = 2026-12-04
    cn | CN | chủ nhật | chủ nhật tới | chúa nhật tuần sau | sunday = 2026-11-29
    chủ nhật này | this sunday = 2026-11-22
    t2 | thứ hai | monday = 2026-11-23
    t3 | T3 | thứ ba = 2026-11-24
    t7 | thứ bảy | thứ bẩy = 2026-11-28
    thứ 2 tuần trước = 2026-11-09
    last monday | thứ 2 vừa rồi = 2026-11-16
    thứ 6, 27/11 | friday 27 nov | thứ sáu ngày 27/11/2026 = 2026-11-27
    cuối tháng | cuối tháng này | hết tháng | end of month | end of the month | eom = 2026-11-30
    cuối tháng sau | end of next month | last day of next month = 2026-12-31
    cuối T3 | cuối tháng 3 | cuối tháng ba | end of march = 2027-03-31
    cuối T12 | cuối T12/2026 | cuối tháng 12 năm nay = 2026-12-31
    cuối tháng 2/2028 = 2028-02-29
    cuối tháng sáu = 2027-06-30
    giữa tháng sau | giữa tháng 12 | mid-december | middle of next month = 2026-12-15
    đầu tháng sau | đầu T12 | đầu tháng | start of next month = 2026-12-01
    đầu tuần sau = 2026-11-23
    cuối quý | cuối năm | end of quarter | end of year | cuối quý 4 | cuối Q4 | hết năm nay = 2026-12-31
    cuối quý sau | cuối Q1 | end of q1 2027 = 2027-03-31
    cuối tuần | cuối tuần này | this weekend = 2026-11-22
    cuối tuần sau = 2026-11-29
    cuối năm sau | cuối năm 2027 = 2027-12-31
    3 tuần nữa | ba tuần nữa | in 3 weeks | three weeks from now = 2026-12-13
    nửa tháng nữa = 2026-12-07
    10 ngày nữa | in 10 days | sau 10 ngày nữa | trong 10 ngày | within 10 days = 2026-12-02
    2 tháng nữa | hai tháng nữa = 2027-01-22
    một tuần nữa | in a week | 1 tuần nữa = 2026-11-29
    năm tuần nữa = 2026-12-27
    nửa năm nữa = 2027-05-22
    2 tuần trước | 2 weeks ago | cách đây 2 tuần = 2026-11-08
    3 days ago | 3 ngày trước = 2026-11-19
    25/12 | 25-12 | 25.12 | 25 / 12 | ngày 25/12 | 12/25 | 25/12/26 | 25/12/2026 = 2026-12-25
    25-12-2026 | 25.12.2026 | 2026-12-25 | 2026/12/25 | 12/25/2026 = 2026-12-25
    25 tháng 12 | ngày 25 tháng 12 | ngày 25 tháng 12 năm 2026 | 25 tháng mười hai | ngày 25 tháng 12, 2026 = 2026-12-25
    dec 25 | 25 Dec 2026 | Dec 25, 2026 | 25 december | December 25th | the 25th of december = 2026-12-25
    trước 25/12 | trước ngày 25/12 | before 25/12 | by 25 dec | chậm nhất 25/12 = 2026-12-25
    before friday | trước thứ 6 | by friday = 2026-11-27
    ngày 25 | the 25th = 2026-11-25
    ngày 5 = 2026-12-05
    ngày 5 tháng sau = 2026-12-05
    31/12 = 2026-12-31
    1/3 | 01/03 | ngày 1 tháng 3 = 2027-03-01
    1/3/2026 | 2026-03-01 = 2026-03-01
    25/12 năm sau = 2027-12-25
    tháng sau | tháng tới | next month | trong tháng 12 | tháng 12 | T12 = 2026-12-31
    Q1 | quý sau | quý 1 | quý I/2027 = 2027-03-31
    tháng này | this month = 2026-11-30
    2 tháng sáu = 2027-06-02
  `);
  it.each(rows)('%s is read', (typed, meant) => expect(day(typed, SUNDAY)).toBe(meant));

  it('needs no accents, in any form of Unicode', () => {
    for (const [typed, meant] of rows) {
      expect([typed, day(typed.normalize('NFD'), SUNDAY)]).toEqual([typed, meant]);
      // Without their accents kìa is kia and tháng sáu is tháng sau.
      if (!/kìa|tháng sáu/.test(typed)) expect([typed, day(fold(typed), SUNDAY)]).toEqual([typed, meant]);
    }
  });
});

describe('a day said on Sunday 2026-11-22 for what was done', () => {
  it.each(
    table(`
    thứ 6 | friday | this friday | thứ 6 này | thứ sáu vừa rồi | last friday | thứ 6 tuần này = 2026-11-20
    cn | sunday = 2026-11-15
    20/11 | 20 nov | ngày 20 | ngày 20 tháng 11 = 2026-11-20
    25/12 | dec 25 = 2025-12-25
    1/3 = 2026-03-01
    đầu tháng = 2026-11-01
    cuối tháng trước | cuối tháng = 2026-10-31
    giữa tháng = 2026-11-15
    hôm kia = 2026-11-20
    tháng trước | tuần trước | Q3 = day.vague
    25/11 | ngày 25 | 2/12 = day.which
  `),
  )('%s is read', (typed, meant) => expect(day(typed, SUNDAY, 'past')).toBe(meant));
});

describe('what names no day is refused with its reason', () => {
  it.each(
    table(`
    mai mốt | nay mai | sau Tết | trước Tết | sau tet | vài ngày nữa | mấy hôm nữa | khoảng 25/12 | sớm | soon = day.vague
    next weekend | after friday | sau 25/12 | trước tuần sau | before Q1 | tuần trước | năm ngoái | giữa quý = day.vague
    25/12 hoặc 26/12 | a few days | hôm trước | early december | hai tháng sau = day.vague
    Tết | noel | Christmas | giáng sinh = day.feast
    31/02 | 31/04 | 31/04/2027 | 2026-02-30 | 13/13 | 32/1 | 0/5 | 29/02/2027 | 29/02 | 2026-13-01 | ngày 31 = day.impossible
    20/11 | 15/11 | 8/11 | ngày 20 | giữa tháng = day.passed
    this friday | thứ 6 này = day.which
    thứ 6 26/11 | friday 26/11 = day.mismatch
    một | thứ | thứ 8 | thư sáu | mãi | 25 | 1200000 | hello | t9x | 25/12-26/12 | 10 days | 2-3 tuần nữa | 2027 = day.unreadable
    hai ba tuần nữa | tuần | -3 ngày nữa | 25/12/202 | 0026-12-25 | 15:30 | 1.250.000 | nửa tuần nữa | thứ 6 thứ 7 = day.unreadable
  `),
  )('%s', (typed, code) => expect(day(typed, SUNDAY)).toBe(code));

  it('an empty text and an endless one', () => {
    expect([day('', SUNDAY), day('  ', SUNDAY), day('1'.repeat(10_000), SUNDAY)]).toEqual(
      Array(3).fill('day.unreadable'),
    );
  });

  it('with the two days that it may mean', () => {
    expect(readDay('20/11', { today: SUNDAY, prefer: 'future' })).toEqual({
      ok: false,
      problem: { code: 'day.passed', args: { text: '20/11', earlier: '2026-11-20', later: '2027-11-20' } },
    });
  });

  it('with what was typed, the "before" included', () => {
    expect(readDay('Trước 20/11', { today: SUNDAY, prefer: 'future' })).toMatchObject({
      problem: { args: { text: 'Trước 20/11' } },
    });
  });
});

describe('other days to stand on', () => {
  it.each([
    ['cuối tháng', '2026-11-30', '2026-11-30'],
    ['cuối tháng', '2026-12-02', '2026-12-31'],
    ['cuối tháng sau', '2027-01-31', '2027-02-28'],
    ['cuối T2', '2028-01-15', '2028-02-29'],
    ['1 tháng nữa', '2027-01-31', '2027-02-28'],
    ['29/02', '2027-06-01', '2028-02-29'],
    ['29/2', '2028-02-29', '2028-02-29'],
    ['ngày mai', '2028-02-28', '2028-02-29'],
    ['mai', '2026-12-31', '2027-01-01'],
    ['cuối năm', '2027-01-03', '2027-12-31'],
    ['cuối quý', '2026-12-31', '2026-12-31'],
    ['đầu tháng sau', '2026-12-31', '2027-01-01'],
    ['tháng sau', '2026-12-31', '2027-01-31'],
    ['29/12', '2027-01-03', 'day.passed'],
    ['Q4', '2027-01-03', 'day.passed'],
    ['thứ 6', '2026-11-27', '2026-12-04'],
    ['thứ 6', '2026-11-25', '2026-11-27'],
    ['thứ 6 tới', '2026-11-25', '2026-11-27'],
    ['thứ 6 này', '2026-11-25', '2026-11-27'],
    ['thứ 6 tuần sau', '2026-11-25', '2026-12-04'],
    ['thứ 6 tuần sau', '2026-11-23', '2026-12-04'],
    ['next friday', '2026-11-25', 'day.which'],
    ['next monday', '2026-11-25', '2026-11-30'],
    ['thứ 2 sau', '2026-11-25', '2026-11-30'],
    ['chủ nhật này', '2026-11-25', '2026-11-29'],
    ['cuối tuần', '2026-11-25', '2026-11-29'],
    ['thứ 2 tuần trước', '2026-11-25', '2026-11-16'],
    ['ngày 31', '2026-12-30', '2026-12-31'],
  ])('%s on %s', (typed, today, meant) => expect(day(typed, today)).toBe(meant));
});

const isoDay = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const prefer = fc.constantFrom('future' as const, 'past' as const);

describe('whatever is typed', () => {
  it('an ISO day reads as itself, whatever day it is', () => {
    fc.assert(
      fc.property(isoDay, isoDay, prefer, (text, today, side) => {
        expect(day(text, today, side)).toBe(text);
      }),
    );
  });

  it('never throws, and a day that is read is a real one', () => {
    const word = fc.constantFrom(
      ...'thứ t 6 tuần sau cuối đầu giữa tháng quý năm ngày 25 31/02 99/99 Q1 next last friday dec 29 nửa trước nữa of'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word, { maxLength: 5 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, isoDay, prefer, (typed, today, side) => {
        const found = readDay(typed, { today, prefer: side });
        if (found.ok) expect(new Date(found.value).toISOString().slice(0, 10)).toBe(found.value);
      }),
      { numRuns: 1000 },
    );
  });
});
