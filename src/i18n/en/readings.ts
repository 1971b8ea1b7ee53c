import type {
  DayProblem,
  DurationProblem,
  MomentProblem,
  PeriodProblem,
  TimeProblem,
} from '../../lib/dates/index.ts';
import type { EmailProblem } from '../../lib/email.ts';
import type { MoneyProblem } from '../../lib/money/index.ts';
import type { PhoneProblem } from '../../lib/phone.ts';

type Code =
  | DayProblem
  | DurationProblem
  | EmailProblem
  | MomentProblem
  | MoneyProblem
  | PeriodProblem
  | PhoneProblem
  | TimeProblem;

/** Why a typed text cannot be read: a sentence for every problem that src/lib reports. */
export const readings = {
  'problem.money.unreadable': '“{text}” is not an amount I can read; write for example 1.2b, 500m or $12k.',
  'problem.money.two_readings': '“{text}” may be {a} or {b}; please write it out.',
  'problem.money.negative': 'An amount cannot be negative: “{text}”.',
  'problem.money.range': '“{text}” is a range; please give one amount.',
  'problem.money.vague': '“{text}” is too vague; please give a number.',
  'problem.money.percent': '“{text}” is a percentage; please give an amount.',
  'problem.money.several': '“{text}” holds more than one amount; please give one.',
  'problem.money.no_unit': '“{text}” of what? Please write the unit, for example 500 nghìn or 500 triệu.',
  'problem.money.decimals': '“{text}” has more decimals than {currency} has; at most {digits}.',
  'problem.money.too_large': '“{text}” is too large; at most {digits} digits.',
  'problem.phone.unreadable':
    '“{text}” is not a phone number I can read; write for example 0912 345 678 or +84 912 345 678.',
  'problem.email.unreadable': '“{text}” is not an e-mail address.',
  'problem.day.unreadable':
    '“{text}” is not a day I can read; write for example 31/12, next friday or end of month.',
  'problem.day.impossible': 'There is no such day: “{text}”.',
  'problem.day.vague': '“{text}” names no one day; please write the day, for example 31/12.',
  'problem.day.feast': 'I do not know the day of “{text}”; please write it, for example 31/12.',
  'problem.day.mismatch': '“{text}”: {day} is another day of the week; please check.',
  'problem.day.passed': '“{text}” has just passed: do you mean {earlier} or {later}? Please write the year.',
  'problem.day.which': '“{text}” may be {earlier} or {later}; please write the date.',
  'problem.period.unreadable':
    '“{text}” is not a period I can read; write for example this month, 2026-Q1 or 1/3..31/3.',
  'problem.period.backwards': 'This period ends ({to}) before it begins ({from}).',
  'problem.period.which': '“{text}” may begin on {earlier} or {later}; please write the year.',
  'problem.time.unreadable': '“{text}” is not a time of day; write for example 08:30.',
  'problem.time.which': '“{text}” may be {earlier} or {later}; please write it as hh:mm.',
  'problem.moment.unreadable':
    '“{text}” is not a time I can read; write for example yesterday 3pm or 20/11 9:00.',
  'problem.moment.ahead': '“{text}” is in the future; log what has happened.',
  'problem.moment.passed': '“{text}” has passed already.',
  'problem.duration.unreadable': '“{text}” is not a length of time; write for example 15, 45 min or 1h30.',
  'problem.duration.long': 'This is too long; at most {max} minutes.',
} as const satisfies Record<`problem.${Code}`, string>;
