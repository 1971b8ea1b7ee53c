import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatMoment,
  readDay,
  readDuration,
  readMoment,
  readTimeOfDay,
} from '../../../src/lib/dates/index.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const NOW = new Date('2026-11-22T10:00:00+07:00');

describe('a time of day', () => {
  const time = (text: string) => {
    const found = readTimeOfDay(text);
    return found.ok ? `${found.value.hour}:${found.value.minute}` : found.problem.code;
  };
  it.each([
    [
      '8:30',
      [
        '08:30',
        '8:30',
        '8h30',
        '8H30',
        '8 giờ 30',
        '8 gio 30 phut',
        '8g30',
        '8:30 sáng',
        '8:30 am',
        '8 giờ rưỡi',
        '8h rưỡi',
      ],
    ],
    ['8:0', ['8h', '08:00', '8 giờ', '8 giờ sáng', '8am', '8h sáng']],
    [
      '15:0',
      ['15h', '3 giờ chiều', '3h chiều', '3 gio chieu', '3pm', '3 pm', '3 p.m.', '15:00', '15h chiều'],
    ],
    ['17:30', ['5 rưỡi chiều', '5h30 chiều', '17:30', '5:30pm']],
    ['20:0', ['8 giờ tối', '8h tối', '20h']],
    ['12:0', ['12h', '12 giờ trưa', 'noon', '12pm']],
    ['0:0', ['0h', '00:00', '12am']],
    ['13:0', ['1 giờ trưa', '1h chiều']],
    ['23:0', ['11 giờ đêm', '11h tối']],
    ['3:0', ['3:00', '03:00', '3 giờ sáng', '03h']],
    ['time.which', ['3h', '3 giờ', '5h30']],
    [
      'time.unreadable',
      [
        '',
        '15',
        '24:00',
        '24h',
        '8h60',
        '13pm',
        '0am',
        '15h sáng',
        '12 giờ đêm',
        '8:3',
        'abc',
        '-8h',
        '8h30h',
      ],
    ],
  ])('%s', (meant, typed) => {
    for (const one of typed) expect([one, time(one)]).toEqual([one, meant]);
  });
});

describe('a moment, at 10:00 on Sunday 2026-11-22 in Vietnam', () => {
  const moment = (text: string, prefer: 'future' | 'past') => {
    const found = readMoment(text, { now: NOW, zone: ZONE, prefer });
    return found.ok ? formatMoment(found.value, ZONE, 'vi') : found.problem.code;
  };

  it.each([
    [
      '21/11/2026 15:00',
      [
        'hôm qua 15h',
        'yesterday 3pm',
        '15h hôm qua',
        'hôm qua lúc 15h',
        'hôm qua 3 giờ chiều',
        'chiều qua 3h',
        'hom qua 15h',
      ],
    ],
    [
      '20/11/2026 09:00',
      [
        '20/11 9h',
        '9h ngày 20/11',
        '20/11/2026 9:00',
        '2026-11-20T09:00',
        'thứ 6 9h',
        'friday at 9am',
        '9h sáng thứ 6',
      ],
    ],
    ['22/11/2026 09:00', ['09:00', '9h', 'hôm nay 9h', '9h sáng nay', 'sáng nay 9h']],
    ['22/11/2026 10:00', ['hôm nay', 'today', '10:00']],
    ['21/11/2026 12:00', ['hôm qua', '21/11', 'yesterday']],
    ['moment.ahead', ['14:30', 'mai', 'mai 9h', 'hôm nay 15h', '2027-01-01']],
    ['time.which', ['3h', 'hôm qua 3h']],
    ['day.impossible', ['31/02 9h', '31/02']],
    ['day.vague', ['tuần trước', 'mai mốt 9h']],
    ['moment.unreadable', ['', 'chiều qua', 'blah', 'blah 9h x', '20/11 9', '9h 10h']],
  ])('of what was done: %s', (meant, typed) => {
    for (const one of typed) expect([one, moment(one, 'past')]).toEqual([one, meant]);
  });

  it.each([
    ['23/11/2026 09:00', ['mai 9h', '9h sáng mai', 'sáng mai 9h', 'tomorrow 9am', 'ngày mai lúc 9 giờ']],
    ['27/11/2026 15:00', ['thứ 6 tuần sau 15h', '15h thứ 6', 'next friday 3pm', 'chiều thứ 6 3h']],
    ['22/11/2026 14:30', ['14:30', 'hôm nay 14h30']],
    ['22/11/2026 12:00', ['hôm nay']],
    ['moment.passed', ['9h', '09:59']],
    ['day.passed', ['20/11 9h']],
  ])('of what is to come: %s', (meant, typed) => {
    for (const one of typed) expect([one, moment(one, 'future')]).toEqual([one, meant]);
  });

  it('is told by the clock of the zone', () => {
    const found = readMoment('hôm qua 15h', { now: NOW, zone: 'America/New_York', prefer: 'past' });
    // It is still Saturday evening there.
    expect(found).toEqual({ ok: true, value: new Date('2026-11-20T20:00:00Z') });
  });

  it('a day alone is now, when noon is still to come for what was done or over for what is to come', () => {
    const now = new Date('2026-11-22T15:00:00+07:00');
    expect(readMoment('hôm nay', { now, zone: ZONE, prefer: 'future' })).toEqual({ ok: true, value: now });
    expect(readMoment('hôm nay', { now: NOW, zone: ZONE, prefer: 'past' })).toEqual({ ok: true, value: NOW });
  });

  it('an hour that the clocks skip moves on by as much', () => {
    const found = readMoment('2026-03-08 02:30', { now: NOW, zone: 'America/New_York', prefer: 'past' });
    expect(found).toEqual({ ok: true, value: new Date('2026-03-08T07:30:00Z') });
  });
});

describe('a duration in minutes', () => {
  const minutes = (text: string) => {
    const found = readDuration(text);
    return found.ok ? found.value : found.problem.code;
  };
  it.each([
    [15, ['15', '15p', '15 phút', '15 phut', "15'", '15 min', '15m', '15 minutes']],
    [
      90,
      [
        '1h30',
        '1 tiếng rưỡi',
        '1 tieng ruoi',
        '90 min',
        '1 giờ 30 phút',
        '1h 30m',
        '1.5h',
        '1,5 giờ',
        'một tiếng rưỡi',
        '1 hour 30 minutes',
      ],
    ],
    [120, ['2 giờ', '2h', '2 tiếng', 'hai tiếng', '2 hours']],
    [60, ['1 tiếng', 'một tiếng', 'an hour', '60']],
    [30, ['nửa tiếng', 'nua tieng', 'half an hour', 'nửa giờ']],
    [1440, ['24h', '1440']],
    ['duration.long', ['25h', '9999', '24h1']],
    [
      'duration.unreadable',
      ['', '-5', '1:30', '1h75', '1.5h30', '30 giây', '1.5', 'lâu', '2 ngày', '12345', '15p30'],
    ],
  ])('%s', (meant, typed) => {
    for (const one of typed) expect([one, minutes(one)]).toEqual([one, meant]);
  });
});

describe('writing days', () => {
  it('as people read them in each language', () => {
    expect([formatDay('2026-11-22', 'vi'), formatDay('2026-11-22', 'en')]).toEqual([
      '22/11/2026',
      '22 Nov 2026',
    ]);
    expect(formatDay('2026-03-05', 'vi')).toBe('05/03/2026');
    const night = new Date('2026-11-22T17:05:00Z');
    expect(formatMoment(night, ZONE, 'vi')).toBe('23/11/2026 00:05');
    expect(formatMoment(night, ZONE, 'en')).toBe('23 Nov 2026, 00:05');
  });

  it('so that they are read back as the same day and moment, in every month', () => {
    for (let month = 1; month <= 12; month++) {
      const day = `2027-${String(month).padStart(2, '0')}-09`;
      const at = new Date(`${day}T08:05:00+07:00`);
      for (const locale of ['vi', 'en'] as const) {
        expect(readDay(formatDay(day, locale), { today: '2026-11-22', prefer: 'past' })).toEqual({
          ok: true,
          value: day,
        });
        const typed = formatMoment(at, ZONE, locale);
        expect(readMoment(typed, { now: NOW, zone: ZONE, prefer: 'future' })).toEqual({
          ok: true,
          value: at,
        });
      }
    }
  });
});
