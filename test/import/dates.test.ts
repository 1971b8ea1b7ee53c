import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDates, orderOf, readOrder } from '../../src/import/dates.ts';
import { dayOf } from '../../src/lib/dates/index.ts';

const now = new Date('2026-11-18T09:00:00Z');
const at = (text: string, zone = 'Asia/Ho_Chi_Minh', order: 'DMY' | 'MDY' = 'DMY') => {
  const read = createDates(order, zone, now).moment(text);
  return read.ok ? read.value.at.toISOString() : read.problem.code;
};

describe('the dates of a file', () => {
  it.each([
    [['10/20/2016', '3/1/2017'], 'MDY'],
    [['20/10/2016', '3/1/2017'], 'DMY'],
    [['3/1/2017', '4/5/2017'], 'unclear'],
    [['20/10/2016', '10/20/2016'], 'unclear'],
    [['2017-01-02', '2017/03/04 10:00', '5/5/2017', 'n/a'], undefined],
    [['3/1/2017 10:20'], 'unclear'],
  ])('%j show the order %s', (texts, order) => expect(orderOf(texts)).toBe(order));

  it.each([
    ['DD/MM/YYYY', 'DMY'],
    ['MM/DD/YYYY', 'MDY'],
    ['m/d/yy', 'MDY'],
    ['YYYY-MM-DD', 'YMD'],
    ['d.M.yyyy', 'DMY'],
    ['YYYY-DD-MM', undefined],
    ['HH:mm', undefined],
    ['', undefined],
  ])('the format %s is the order %s', (format, order) => expect(readOrder(format)).toBe(order));

  it.each([
    ['2017-03-01', '2017-03-01T05:00:00.000Z'],
    ['1/3/2017', '2017-03-01T05:00:00.000Z'],
    ['1.3.17', '2017-03-01T05:00:00.000Z'],
    ['1 Mar 2017', '2017-03-01T05:00:00.000Z'],
    ['2017-03-01T10:20:30.250Z', '2017-03-01T10:20:30.250Z'],
    ['2017-03-01 10:20:30+02:00', '2017-03-01T08:20:30.000Z'],
    ['2017-03-01 10:20', '2017-03-01T03:20:00.000Z'],
    ['1/3/2017 1:05 PM', '2017-03-01T06:05:00.000Z'],
    ['2026-11-18', '2026-11-18T05:00:00.000Z'],
    ['2026-11-19', 'import.future'],
    ['2026-11-18T09:00:01Z', 'import.future'],
    ['31/02/2017', 'import.date'],
    ['2017-03-01 25:00', 'import.date'],
    ['yesterday', 'import.date'],
  ])('%s is %s', (text, instant) => expect(at(text)).toBe(instant));

  it('of today before noon are stamped with the present', () => {
    expect(at('2026-11-18', 'America/New_York')).toBe(now.toISOString());
  });

  it('stay on their day in every zone, whatever its clocks do', () => {
    const zones =
      'Asia/Ho_Chi_Minh America/New_York Europe/London America/Sao_Paulo Asia/Tehran Africa/Cairo Australia/Lord_Howe Pacific/Auckland America/St_Johns Asia/Kathmandu UTC'.split(
        ' ',
      );
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-02'), max: new Date('2026-11-15'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const day = date.toISOString().slice(0, 10);
          const read = createDates('DMY', zone, now).moment(day);
          expect(read.ok && dayOf(read.value.at, zone)).toBe(day);
        },
      ),
      { numRuns: 300 },
    );
  });
});
