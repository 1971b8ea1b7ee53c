import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueSlot, graceMs, type Schedule } from '../../src/jobs/slots.ts';
import { addDays, dayOf, instantAt, weekday, workCalendar } from '../../src/lib/dates/index.ts';

const calendar = workCalendar('VN');
const saigon: Schedule = { minute: 8 * 60 + 30, days: 'WORKDAYS', zone: 'Asia/Ho_Chi_Minh' };
const due = (schedule: Schedule, now: string) => {
  const slot = dueSlot(schedule, new Date(now), calendar);
  return slot && `${slot.day} ${slot.at.toISOString()}`;
};

describe('the slot that is due', () => {
  it('is due from its minute on, by the clock of its zone', () => {
    expect(due(saigon, '2026-11-23T01:29:59.999Z')).toBeNull();
    expect(due(saigon, '2026-11-23T01:30:00Z')).toBe('2026-11-23 2026-11-23T01:30:00.000Z');
  });

  it('is made up for within six hours, and then no more', () => {
    expect(due(saigon, '2026-11-23T07:29:59Z')).toBe('2026-11-23 2026-11-23T01:30:00.000Z');
    expect(due(saigon, '2026-11-23T07:30:00Z')).toBeNull();
  });

  it('is still that of yesterday shortly after midnight', () => {
    const late = { ...saigon, minute: 22 * 60, days: 'DAILY' as const };
    expect(due(late, '2026-11-23T18:00:00Z')).toBe('2026-11-23 2026-11-23T15:00:00.000Z');
  });

  it.each([
    ['Saturday', '2026-11-28'],
    ['Sunday', '2026-11-29'],
    ['National Day', '2026-09-02'],
    ['Tết', '2026-02-18'],
  ])('is none on a %s, but for a daily one', (_, day) => {
    expect(due(saigon, `${day}T02:00:00Z`)).toBeNull();
    expect(due({ ...saigon, days: 'DAILY' }, `${day}T02:00:00Z`)).toBe(`${day} ${day}T01:30:00.000Z`);
  });

  it.each([
    ['is skipped by the clock', 'America/New_York', 150, '2026-03-08', '2026-03-08T07:30:00.000Z'],
    ['comes twice', 'America/New_York', 90, '2026-11-01', '2026-11-01T05:30:00.000Z'],
    ['is midnight and is skipped', 'Africa/Cairo', 0, '2026-04-24', '2026-04-23T22:00:00.000Z'],
    [
      'is in a zone of half an hour’s change',
      'Australia/Lord_Howe',
      120,
      '2026-10-04',
      '2026-10-03T15:30:00.000Z',
    ],
  ])('happens once when its time %s', (_, zone, minute, day, at) => {
    const schedule: Schedule = { minute, days: 'DAILY', zone };
    const seen = new Set<string | null>();
    const from = new Date(`${day}T00:00:00Z`).getTime() - 24 * 3_600_000;
    for (let i = 0; i < 3 * 24 * 12; i++) {
      const slot = dueSlot(schedule, new Date(from + i * 300_000), calendar);
      if (slot?.day === day) seen.add(slot.at.toISOString());
    }
    expect([...seen]).toEqual([at]);
  });

  const zones = [
    'Asia/Ho_Chi_Minh',
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'UTC',
    'America/St_Johns',
  ];

  it('comes once for each day that calls for one, whatever the pattern of waking', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom('WORKDAYS' as const, 'DAILY' as const),
        fc.integer({ min: 0, max: 364 }),
        fc.array(fc.integer({ min: 1, max: 20 * 60 }), { minLength: 1, maxLength: 60 }),
        (zone, minute, days, offset, gaps) => {
          const schedule: Schedule = { minute, days, zone };
          const start = Date.UTC(2026, 0, 1) + offset * 86_400_000;
          const worked = new Map<string, number>();
          const wakes: number[] = [];
          for (let at = start, i = 0; i < gaps.length; at += (gaps[i++] as number) * 60_000) wakes.push(at);
          for (const wake of wakes) {
            const slot = dueSlot(schedule, new Date(wake), calendar);
            if (slot && !worked.has(slot.day)) worked.set(slot.day, slot.at.getTime());
          }
          // Each day's slot was worked if somebody woke within its grace time, and only then.
          for (
            let day = dayOf(new Date(start - 86_400_000), zone);
            day <= dayOf(new Date(wakes.at(-1) as number), zone);
            day = addDays(day, 1)
          ) {
            const isCalled = days === 'DAILY' || calendar.isWorkingDay(day);
            const at = instantAt(day, Math.floor(minute / 60), minute % 60, zone).getTime();
            const someoneWoke = wakes.some((wake) => wake >= at && wake < at + graceMs);
            expect(worked.has(day)).toBe(isCalled && someoneWoke);
          }
          for (const day of worked.keys()) if (days === 'WORKDAYS') expect(weekday(day)).toBeLessThan(6);
        },
      ),
      { numRuns: 100 },
    );
  });
});
