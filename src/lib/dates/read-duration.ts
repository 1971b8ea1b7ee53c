import { type Reading, read, unread } from '../errors.ts';
import { fold } from '../fold.ts';
import { count, plain, shown, VI_NUMBER, words } from './grammar.ts';

export type DurationProblem =
  | 'duration.unreadable' // { text }
  | 'duration.long'; // { max } in minutes

const LONGEST = 24 * 60;
const MINUTE = "(?:phút|ph|p|minutes?|mins?|m|')";
const HOUR = '(?:giờ|tiếng|g|h|hours?|hrs?)';
const MINUTES = words(`(\\d{1,4}|${VI_NUMBER})(?: ?${MINUTE})?`);
const HOURS = words(
  `(\\d{1,2}(?:[.,]\\d{1,2})?|${VI_NUMBER}|an|a) ?${HOUR}(?:(?: and)? ?(\\d{1,2}) ?${MINUTE}?| (rưỡi))?`,
);
const HALF = words(`nửa (?:giờ|tiếng)|half an hour`);

/** Reads a length of time as whole minutes, at most a day: 15, 15p, 1h30, 1 tiếng rưỡi, 1,5 giờ, 90 min. */
export function readDuration(text: string): Reading<number, DurationProblem> {
  const minutes = parse(plain(text));
  if (minutes === undefined) return unread('duration.unreadable', { text: shown(text) });
  return minutes > LONGEST ? unread('duration.long', { max: LONGEST }) : read(minutes);
}

function parse(text: string): number | undefined {
  if (HALF.test(text)) return 30;
  const minutes = MINUTES.exec(text)?.[1];
  if (minutes) return count(minutes);
  const hours = HOURS.exec(text);
  if (!hours) return undefined;
  const [, amount = '', more = '0', half] = hours;
  const whole = count(amount.replace(',', '.'));
  // "1.5h30" and "1h75" are slips.
  if ((Number(more) > 0 && !Number.isInteger(whole)) || Number(more) > 59) return undefined;
  return Math.round(whole * 60) + (half && fold(half) ? 30 : Number(more));
}
