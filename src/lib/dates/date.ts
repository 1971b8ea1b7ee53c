import { read } from '../errors.ts';
import type { Day } from './calendar.ts';
import { makeDay } from './calendar.ts';
import { count, EN_MONTH, monthNumber, VI_NUMBER, words } from './grammar.ts';
import { shift, startOf } from './period.ts';
import { type Asked, impossible, type Rule, settle } from './settle.ts';
import { readSpan } from './span.ts';
import { YEAR, yearOf } from './year.ts';

const ISO = /^([1-9]\d{3})([-/.])(\d{1,2})\2(\d{1,2})$/;
const NUMERIC = words(`(?:ngày )?(\\d{1,2}) ?([/.-]) ?(\\d{1,2})(?: ?\\2 ?([1-9]\\d{3}|\\d{2})|${YEAR})?`);
const VIETNAMESE = words(
  `(?:ngày )?(\\d{1,2}|${VI_NUMBER})(?: tháng (\\d{1,2}|${VI_NUMBER})|[ /-]?t(\\d{1,2}))(?:${YEAR})?`,
);
const DAY_FIRST = words(`(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?(${EN_MONTH})(?:${YEAR})?`);
const MONTH_FIRST = words(`(${EN_MONTH}) ?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:${YEAR})?`);
const DAY_OF = words('ngày (\\d{1,2}) (.+)|(?:the )?(\\d{1,2})(?:st|nd|rd|th) of (.+)');
const DAY_ALONE = words('ngày (\\d{1,2})|(?:the )?(\\d{1,2})(?:st|nd|rd|th)');

/** 25/12, 2026-12-25, ngày 25 tháng 12 năm 2026, 25 Dec 2026, ngày 25, ngày 5 tháng sau. */
export const readDate: Rule = (asked) => {
  const { text, today } = asked;
  const iso = ISO.exec(text);
  if (iso) return dated(Number(iso[4]), Number(iso[3]), Number(iso[1]), asked);
  const ofMonth = DAY_OF.exec(text);
  const month = ofMonth && readSpan(ofMonth[2] ?? ofMonth[4] ?? '', today, 'day');
  if (month?.unit === 'month' && !month.every)
    return inMonth(Number(ofMonth?.[1] ?? ofMonth?.[3]), month.from, text);
  const numeric = NUMERIC.exec(text);
  if (numeric) return numbers(numeric, asked);
  const alone = DAY_ALONE.exec(text);
  if (alone) return dayOfMonth(Number(alone[1] ?? alone[2]), asked);
  return named(asked);
};

function numbers([, a, , b, year, said]: RegExpExecArray, asked: Asked) {
  const [first, second] = [Number(a), Number(b)];
  // Month first only where nothing else is possible.
  const [day, month] = second > 12 && first <= 12 ? [second, first] : [first, second];
  if (said) return dated(day, month, yearOf(said, asked.today), asked);
  return dated(day, month, year && Number(year.length === 2 ? `20${year}` : year), asked);
}

function named(asked: Asked) {
  const { text, today } = asked;
  const year = (word: string | undefined) => word && yearOf(word, today);
  const vi = VIETNAMESE.exec(text);
  if (vi) return dated(count(vi[1] ?? ''), count(vi[2] ?? vi[3] ?? ''), year(vi[4]), asked);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dated(Number(dayFirst[1]), monthNumber(dayFirst[2] ?? ''), year(dayFirst[3]), asked);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst)
    return dated(Number(monthFirst[2]), monthNumber(monthFirst[1] ?? ''), year(monthFirst[3]), asked);
  return undefined;
}

function dated(day: number, month: number, year: number | '' | undefined, asked: Asked) {
  if (typeof year === 'number') {
    const exact = makeDay(year, month, day);
    return exact ? read(exact) : impossible(asked.text);
  }
  const now = Number(asked.today.slice(0, 4));
  return settle((round) => makeDay(now + round, month, day), 'year', asked);
}

function dayOfMonth(day: number, asked: Asked) {
  const first = startOf(asked.today, 'month');
  if (!onMonth(day, first)) return impossible(asked.text);
  return settle((round) => onMonth(day, shift(first, 'month', round)), 'month', asked, true);
}

function inMonth(day: number, first: Day, text: string) {
  const exact = onMonth(day, first);
  return exact ? read(exact) : impossible(text);
}

function onMonth(day: number, first: Day): Day | undefined {
  return makeDay(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day);
}
