import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, workCalendar, workingTime } from '../../../src/lib/dates/index.ts';

const calendar = workCalendar();
const hours = (zone: string, from: string, to: string) =>
  workingTime(zone, calendar)(new Date(from), new Date(to)) / 3_600_000;
const hanoi = 'Asia/Ho_Chi_Minh';

describe('working time', () => {
  it.each([
    ['within a morning', '2026-11-18T09:00+07:00', '2026-11-18T11:05+07:00', 2 + 5 / 60],
    ['before and after hours', '2026-11-18T05:00+07:00', '2026-11-18T22:00+07:00', 10],
    ['overnight', '2026-11-18T17:00+07:00', '2026-11-19T09:30+07:00', 2.5],
    ['over a weekend', '2026-11-20T17:00+07:00', '2026-11-23T09:00+07:00', 2],
    ['within a weekend', '2026-11-21T09:00+07:00', '2026-11-22T18:00+07:00', 0],
    ['over the national day', '2026-09-01T17:00+07:00', '2026-09-03T09:00+07:00', 2],
    ['a whole week', '2026-11-16T00:00+07:00', '2026-11-23T00:00+07:00', 50],
    ['nothing', '2026-11-18T09:00+07:00', '2026-11-18T09:00+07:00', 0],
    ['backwards', '2026-11-19T09:00+07:00', '2026-11-18T09:00+07:00', 0],
  ])('%s', (_, from, to, expected) => {
    expect(hours(hanoi, from, to)).toBeCloseTo(expected, 9);
  });

  it('is what a clock counts that ticks every quarter of an hour, in any zone and through changes of the clocks', () => {
    const quarter = 900_000;
    const at = fc.integer({ min: 0, max: 10 * 96 }).map((n) => Date.UTC(2026, 2, 24) + n * quarter);
    const zones = fc.constantFrom(hanoi, 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');
    fc.assert(
      fc.property(zones, at, at, (zone, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const clock = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' });
        let ticks = 0;
        for (let tick = from; tick < to; tick += quarter) {
          const hour = Number(clock.format(tick));
          if (calendar.isWorkingDay(dayOf(new Date(tick), zone)) && hour >= 8 && hour < 18) ticks++;
        }
        expect(workingTime(zone, calendar)(new Date(from), new Date(to))).toBe(ticks * quarter);
      }),
      { numRuns: 40 },
    );
  });
});
