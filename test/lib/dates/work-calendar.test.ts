import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, workCalendar } from '../../../src/lib/dates/index.ts';

const vietnam = workCalendar();

describe('working days in Vietnam', () => {
  it.each([
    ['2026-11-20', true, 'a Friday (Teachers’ Day is no day off)'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-02-16', false, 'the eve of Tết'],
    ['2026-02-17', false, 'Tết'],
    ['2026-02-20', false, 'the fifth day of the holiday'],
    ['2026-02-23', true, 'the Monday after'],
    ['2027-02-09', false, 'the Tết of another year, by the moon'],
    ['2026-04-30', false, 'Reunification Day'],
    ['2026-09-02', false, 'National Day'],
  ])('%s: %s, %s', (day, working) => expect(vietnam.isWorkingDay(day)).toBe(working));

  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-16', '2026-11-20', 4],
    ['2026-11-15', '2026-11-20', 5],
    ['2026-11-23', '2026-11-20', 0],
    ['2026-02-13', '2026-02-23', 1],
    ['2025-12-31', '2026-01-02', 1],
    ['2026-01-01', '2026-01-02', 1],
    ['2025-12-31', '2026-01-01', 0],
  ])('from %s to %s are %s', (from, to, days) => expect(vietnam.workingDaysBetween(from, to)).toBe(days));

  it('the nth one skips weekends and holidays, both ways', () => {
    expect(vietnam.addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(vietnam.addWorkingDays('2026-02-13', 1)).toBe('2026-02-23');
    expect(vietnam.addWorkingDays('2026-02-23', -1)).toBe('2026-02-13');
    expect(vietnam.addWorkingDays('2026-11-22', 0)).toBe('2026-11-22');
  });

  it('counting is the same as walking day by day', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(800), (offset, length) => {
        const from = addDays('2022-01-01', offset);
        let walked = 0;
        for (let i = 1; i <= length; i++) if (vietnam.isWorkingDay(addDays(from, i))) walked++;
        expect(vietnam.workingDaysBetween(from, addDays(from, length))).toBe(walked);
      }),
      { numRuns: 30 },
    );
  });

  it('n working days later, n have gone by', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(60), (offset, n) => {
        const from = addDays('2022-01-01', offset);
        expect(vietnam.workingDaysBetween(from, vietnam.addWorkingDays(from, n))).toBe(n);
      }),
    );
  });

  it('another country has its own holidays', () => {
    expect(workCalendar('US').isWorkingDay('2026-11-26')).toBe(false);
    expect(vietnam.isWorkingDay('2026-11-26')).toBe(true);
  });
});
