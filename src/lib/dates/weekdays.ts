import { type Reading, read, unread } from '../errors.ts';
import { fold } from '../fold.ts';
import { addDays, type Day, weekday } from './calendar.ts';
import { readDate } from './date.ts';
import { words } from './grammar.ts';
import { startOf } from './period.ts';
import type { Asked, DayProblem, Rule } from './settle.ts';
import { readSpan } from './span.ts';

const VI_DAY = 'thứ ?[2-7]|thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy)|t[2-7]|chủ nhật|chúa nhật|cn';
const EN_DAY =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const FIRST = words(`(${VI_DAY}|${EN_DAY})(?:,? (?:of |của |on )?(.+))?`);
const LAST = words(`(.+?),? (?:vào |on )?(${VI_DAY}|${EN_DAY})`);

/** thứ 6, t6 tuần sau, cn này, next friday, last monday, friday next week; thứ 6, 25/12. */
export const readWeekday: Rule = (asked) => {
  const first = FIRST.exec(asked.text);
  if (first) return behind(numberOf(first[1] ?? ''), first[2], asked);
  const last = LAST.exec(asked.text);
  return last ? qualified(numberOf(last[2] ?? ''), last[1] ?? '', EN_SENSE, asked) : undefined;
};

function behind(n: number, rest: string | undefined, asked: Asked) {
  if (rest === undefined)
    return read(asked.prefer === 'future' ? coming(n, asked.today) : gone(n, asked.today));
  return qualified(n, rest, VI_SENSE, asked) ?? dated(n, rest, asked);
}

type Sense = 'coming' | 'this' | 'next' | 'gone';
const VI_SENSE: [RegExp, Sense][] = [
  [words('tới|tới đây|sắp tới'), 'coming'],
  [words('này|nay'), 'this'],
  [words('sau|kế|kế tiếp'), 'next'],
  [words('trước|rồi|qua|vừa rồi|vừa qua'), 'gone'],
];
const EN_SENSE: [RegExp, Sense][] = [
  [/^(this )?coming$/, 'coming'],
  [/^this$/, 'this'],
  [/^next$/, 'next'],
  [/^(last|past)$/, 'gone'],
];

function qualified(n: number, word: string, senses: [RegExp, Sense][], asked: Asked) {
  const sense = senses.find(([pattern]) => pattern.test(word))?.[1];
  if (sense) return inSense(sense, n, asked);
  const week = readSpan(word, asked.today, 'day');
  return week?.unit === 'week' ? read(addDays(week.from, n - 1)) : undefined;
}

function inSense(sense: Sense, n: number, { text, today, prefer }: Asked): Reading<Day, DayProblem> {
  const thisWeek = addDays(startOf(today, 'week'), n - 1);
  switch (sense) {
    case 'coming':
      return read(coming(n, today));
    case 'gone':
      return read(gone(n, today));
    case 'this':
      if (prefer === 'future' ? thisWeek >= today : thisWeek <= today) return read(thisWeek);
      return prefer === 'future'
        ? unread('day.which', { text, earlier: thisWeek, later: addDays(thisWeek, 7) })
        : unread('day.which', { text, earlier: addDays(thisWeek, -7), later: thisWeek });
    case 'next': {
      // The next one to come, or that of next week? People disagree: ask, unless both are the same day.
      const [earlier, later] = [coming(n, today), addDays(thisWeek, 7)];
      return earlier === later ? read(later) : unread('day.which', { text, earlier, later });
    }
  }
}

/** "Friday 25/12": the date counts, if it is a Friday. */
function dated(n: number, rest: string, asked: Asked): Reading<Day, DayProblem> | undefined {
  const date = readDate({ ...asked, text: rest });
  if (!date?.ok || weekday(date.value) === n) return date;
  return unread('day.mismatch', { text: asked.text, day: date.value });
}

/** After today, at most a week. */
function coming(n: number, today: Day): Day {
  return addDays(today, ((n - weekday(today) + 6) % 7) + 1);
}

/** Before today, at most a week. */
function gone(n: number, today: Day): Day {
  return addDays(today, -(((weekday(today) - n + 6) % 7) + 1));
}

const VIETNAMESE: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6, nhat: 7, cn: 7 };
function numberOf(name: string): number {
  const digit = /[2-7]/.exec(name);
  if (digit) return Number(digit[0]) - 1;
  const last = fold(name).split(' ').at(-1) ?? '';
  return VIETNAMESE[last] ?? 'montuewedthufrisatsun'.indexOf(last.slice(0, 3)) / 3 + 1;
}
