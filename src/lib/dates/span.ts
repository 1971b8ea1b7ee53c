import { fold } from '../fold.ts';
import { type Day, makeDay } from './calendar.ts';
import { count, EN_MONTH, monthNumber, VI_NUMBER, words } from './grammar.ts';
import { shift, startOf, type Unit } from './period.ts';
import { unitNamed } from './units.ts';
import { THAT_YEAR, YEAR, yearOf } from './year.ts';

/** A calendar unit that somebody named; `every` tells how often it comes again when its year was not said. */
export interface Span {
  readonly unit: Unit;
  readonly from: Day;
  readonly every?: Unit;
}

/**
 * Where the words stand decides what they can be: behind cuối/đầu/giữa (`edge`) a unit needs no "this" and
 * `T3` is March; as a `period` `T3` is March; as a `day` it is a Tuesday, and `2017` is nothing.
 */
export type Place = 'edge' | 'period' | 'day';

const STEPS: Record<string, number> = {
  ...{ nay: 0, sau: 1, toi: 1, ke: 1, 'ke tiep': 1, 'tiep theo': 1, 'sau nua': 2 },
  ...{ truoc: -1, roi: -1, qua: -1, 'vua roi': -1, 'vua qua': -1, 'truoc nua': -2, ngoai: -1 },
  ...{ this: 0, current: 0, next: 1, last: -1, previous: -1 },
};

const STEP = 'này|nay|sau nữa|sau|tới|kế tiếp|kế|tiếp theo|trước nữa|trước|vừa rồi|vừa qua|rồi|qua|ngoái';
const RELATIVE = words(`(tuần|tháng|quý|quí|qúy|năm) (${STEP})`);
const COMING = words('(?:sang|qua) (tuần|tháng|quý|quí|qúy|năm)');
const ENGLISH = /^(?:the )?(this|current|next|last|previous) (week|month|quarter|year)$/;
const BARE = words('(?:the )?(tuần|tháng|quý|quí|qúy|năm|week|month|quarter|year)');
const MONTH = words(`(?:tháng (\\d{1,2}|${VI_NUMBER})|t(\\d{1,2}))(?:${YEAR})?`);
const ENGLISH_MONTH = words(`(${EN_MONTH})(?:${YEAR})?`);
const QUARTER = words(`(?:q|(?:quý|quí|qúy|quarter) )([1-4]|iii|ii|iv|i|một|hai|ba|bốn|tư)(?:${YEAR})?`);
const HALF = words(`h([12])(?:${YEAR})?`);
const HALF_NAMED = words(
  `(?:nửa |6 tháng |sáu tháng )(đầu|cuối)(?: của)? (?:năm(?: nay)?|(?:năm )?(${THAT_YEAR}))`,
);
const HALF_ENGLISH = words(
  `(?:the )?(first|second|1st|2nd|last) half(?:(?: of)? (?:the year|(${THAT_YEAR})))?`,
);
const YEAR_ALONE = words('(năm |year )?([12]\\d{3})');
const FIRST_HALF = /^(?:đầu|dau|first|1st)$/;
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** Reads one week, month, quarter or year in plain text; nothing when it is something else. */
export function readSpan(text: string, today: Day, place: Place): Span | undefined {
  return relative(text, today) ?? bare(text, today, place) ?? named(text, today, place);
}

function relative(text: string, today: Day): Span | undefined {
  const vietnamese = RELATIVE.exec(text);
  if (vietnamese) {
    const [, unit = '', step = ''] = vietnamese;
    if (fold(step) === 'ngoai' && fold(unit) !== 'nam') return undefined;
    return from(today, unitNamed(unit), STEPS[fold(step)]);
  }
  const coming = COMING.exec(text);
  if (coming) return from(today, unitNamed(coming[1] ?? ''), 1);
  const english = ENGLISH.exec(text);
  return english ? from(today, unitNamed(english[2] ?? ''), STEPS[english[1] ?? '']) : undefined;
}

function from(today: Day, unit: Unit | undefined, step = 0): Span | undefined {
  return unit && { unit, from: shift(startOf(today, unit), unit, step) };
}

function bare(text: string, today: Day, place: Place): Span | undefined {
  const unit = place === 'edge' ? unitNamed(BARE.exec(text)?.[1] ?? '') : undefined;
  return unit && { unit, from: startOf(today, unit), every: unit };
}

function named(text: string, today: Day, place: Place): Span | undefined {
  const month = MONTH.exec(text);
  if (month) {
    const [, name, short, year] = month;
    const n = count(name ?? short ?? '');
    // "T3" as a day is a Tuesday; T1 and T8…T12 can only be months.
    if (short && !year && place === 'day' && n >= 2 && n <= 7) return undefined;
    return at('month', n, year, today);
  }
  const english = ENGLISH_MONTH.exec(text);
  if (english) return at('month', monthNumber(english[1] ?? ''), english[2], today);
  const quarter = QUARTER.exec(text);
  if (quarter) return at('quarter', quarterNumber(quarter[1] ?? ''), quarter[2], today);
  return half(text, today) ?? numeric(text, today, place);
}

function half(text: string, today: Day): Span | undefined {
  const numbered = HALF.exec(text);
  if (numbered) return at('half', Number(numbered[1]), numbered[2], today);
  const [, which, year] = HALF_NAMED.exec(text) ?? HALF_ENGLISH.exec(text) ?? [];
  return which ? at('half', FIRST_HALF.test(which) ? 1 : 2, year, today) : undefined;
}

function numeric(text: string, today: Day, place: Place): Span | undefined {
  const monthYear = /^(\d{1,2}) ?[/.-] ?([12]\d{3})$/.exec(text);
  if (monthYear) return at('month', Number(monthYear[1]), monthYear[2], today);
  const yearMonth = /^([12]\d{3})[-/](\d{1,2})$/.exec(text);
  if (yearMonth) return at('month', Number(yearMonth[2]), yearMonth[1], today);
  const yearQuarter = /^([12]\d{3})[-/ ]?q([1-4])$/.exec(text);
  if (yearQuarter) return at('quarter', Number(yearQuarter[2]), yearQuarter[1], today);
  const yearHalf = /^([12]\d{3})[-/ ]?h([12])$/.exec(text);
  if (yearHalf) return at('half', Number(yearHalf[2]), yearHalf[1], today);
  const year = YEAR_ALONE.exec(text);
  if (year && (year[1] || place !== 'day')) return at('year', 1, year[2], today);
  return undefined;
}

function at(unit: Unit, n: number, year: string | undefined, today: Day): Span | undefined {
  const months = { quarter: 3, half: 6 }[unit as string] ?? 1;
  const first = makeDay(yearOf(year ?? today.slice(0, 4), today), months * (n - 1) + 1, 1);
  if (!first) return undefined;
  return year ? { unit, from: first } : { unit, from: first, every: 'year' };
}

function quarterNumber(word: string): number {
  return ROMAN[word] ?? count(word);
}
