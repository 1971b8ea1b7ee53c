import { type Reading, read, unread } from '../errors.ts';
import { addDays, type Day, daysBetween, makeDay } from './calendar.ts';
import { count, EN_NUMBER, plain, shown, VI_NUMBER, words } from './grammar.ts';
import { beginning, type Period, shift, startOf, unitFrom } from './period.ts';
import { type DayProblem, readDay } from './read-day.ts';
import { readSpan, type Span } from './span.ts';
import { unitNamed } from './units.ts';

/** Why a text is no period; a day in it can have a day's problems. */
export type PeriodProblem =
  | DayProblem
  | 'period.unreadable' // { text }
  | 'period.backwards' // { from, to }
  | 'period.which'; // { text, earlier, later }: the first days of the two it may mean

const RANGE = words('(?:từ |from )?(.+?) ?(?:\\.\\.\\.?|…) ?(.+)|(?:từ|from) (.+) (?:đến|tới|to|until) (.+)');
const YEARLESS = /^(?:ngày )?(\d{1,2})[/.-](\d{1,2})$/;
const VI_AMOUNT = `(?<n>\\d{1,3}|${VI_NUMBER}) (?<unit>ngày|tuần|tháng|quý|năm)`;
const EN_AMOUNT = `(?<n>\\d{1,3}|${EN_NUMBER}) (?<unit>day|week|month|quarter|year)s?`;
const LAST = [
  words(`${VI_AMOUNT} (?:qua|vừa qua|gần đây|gần nhất)`),
  words(`(?:the )?(?:last|past) ${EN_AMOUNT}`),
];
const SO_FAR = [
  words('từ đầu (?<unit>tuần|tháng|quý|quí|qúy|năm)(?: này| nay)?'),
  words('đầu (?<unit>tuần|tháng|quý|quí|qúy|năm)(?: này| nay)? (?:đến|tới) (?:nay|giờ|hôm nay)'),
  words('(?:this )?(?<unit>week|month|quarter|year) (?:to date|so far)'),
];
const TO_DATE = new Map(['week', 'month', 'quarter', 'year'].map((unit) => [`${unit[0]}td`, unit]));
const ALL = words(
  '(?:từ )?trước (?:đến|tới) (?:nay|giờ)|(?:đến|tới) nay|toàn bộ(?: thời gian)?|tất cả|mọi thời gian|all time',
);
const NEXT = [words(`${VI_AMOUNT} tới`), words(`(?:the )?next ${EN_AMOUNT}`)];

/**
 * Reads a stretch of days: `this week`, `tháng trước`, `2017-Q1`, `last 90 days` (today is the last of them),
 * `từ đầu năm` (until today), `H1`, `nửa đầu năm`, `all time`, one day, or `A..B` with both included. Weeks begin on
 * Monday. Days without a year are taken from the past.
 */
export function readPeriod(text: string, { today }: { today: Day }): Reading<Period, PeriodProblem> {
  const typed = plain(text).replace(/[ ,!]+$/, '');
  const as = shown(text);
  if (typed === '' || typed.length > 120) return unread('period.unreadable', { text: as });
  if (ALL.test(typed)) return read({ from: beginning, to: today });
  const range = RANGE.exec(typed);
  if (range) return readRange(range[1] ?? range[3] ?? '', range[2] ?? range[4] ?? '', today);
  const found = soFar(typed, today) ?? counted(typed, today) ?? single(typed, today, 'period');
  return found.ok || found.problem.code !== 'day.unreadable'
    ? found
    : unread('period.unreadable', { text: as });
}

/** A whole unit or a day. */
function single(text: string, today: Day, place: 'period' | 'day'): Reading<Period, PeriodProblem> {
  const span = readSpan(text, today, place);
  if (span) return latest(span, text, today);
  const day = readDay(text, { today, prefer: 'past' });
  return day.ok ? read({ from: day.value, to: day.value }) : day;
}

/** The unit that has begun last; asked about when the coming one is nearer than the one that has ended. */
function latest({ unit, from, every }: Span, text: string, today: Day): Reading<Period, PeriodProblem> {
  if (!every || from <= today) return read(unitFrom(from, unit));
  const before = unitFrom(shift(from, every, -1), unit);
  return daysBetween(before.to, today) < daysBetween(today, from)
    ? read(before)
    : unread('period.which', { text, earlier: before.from, later: from });
}

function readRange(a: string, b: string, today: Day): Reading<Period, PeriodProblem> {
  // One year stands for both: 1/3..31/3/2017. Two days without any are one stretch: 20/12..10/1.
  const [shortA, shortB] = [YEARLESS.exec(a), YEARLESS.exec(b)];
  const last = shortB && shortA ? undefined : single(b, today, 'day');
  const first = shortA && last?.ok ? near(shortA, last.value.to, [0, -1]) : single(a, today, 'day');
  if (first && !first.ok) return first;
  if (last && !last.ok) return last;
  const to =
    last?.value.to ?? (first && shortB ? near(shortB, first.value.from, [0, 1])?.value.to : undefined);
  if (!first || !to) return unread('day.impossible', { text: first ? b : a });
  const period = { from: first.value.from, to };
  return to < period.from ? unread('period.backwards', { ...period }) : read(period);
}

/** The day and month in the year of `anchor`, or in the year beside it when that lies on its wrong side. */
function near([, a, b]: RegExpExecArray, anchor: Day, rounds: [0, 1 | -1]) {
  const [first, second] = [Number(a), Number(b)];
  const [day, month] = second > 12 && first <= 12 ? [second, first] : [first, second];
  const year = Number(anchor.slice(0, 4));
  const [same, beside] = rounds.map((round) => makeDay(year + round, month, day));
  const right = same && (rounds[1] > 0 ? same >= anchor : same <= anchor);
  const found = right ? same : beside;
  // A 29 February that this year lacks is not moved to one that has it.
  return same && found ? read({ from: found, to: found }) : undefined;
}

/** What has passed of the present unit, today included. */
function soFar(text: string, today: Day): Reading<Period, PeriodProblem> | undefined {
  const unit = unitNamed(TO_DATE.get(text) ?? exec(SO_FAR, text)?.unit ?? '');
  return unit && read({ from: startOf(today, unit), to: today });
}

/** The last or next n units up to or from today, which is one of the days. */
function counted(text: string, today: Day): Reading<Period, PeriodProblem> | undefined {
  const last = exec(LAST, text);
  const { n: amount = '', unit = '' } = last ?? exec(NEXT, text) ?? {};
  const [n, step] = [count(amount), unitNamed(unit)];
  if (n < 1 || !step) return undefined;
  return read(
    last
      ? { from: addDays(shift(today, step, -n), 1), to: today }
      : { from: today, to: addDays(shift(today, step, n), -1) },
  );
}

function exec(patterns: RegExp[], text: string): Record<string, string> | undefined {
  return patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined);
}
