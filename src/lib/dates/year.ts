import { fold } from '../fold.ts';
import type { Day } from './calendar.ts';

const FROM_NOW = new Map(
  Object.entries({
    'nam nay': 0,
    'nam sau': 1,
    'nam toi': 1,
    'sang nam': 1,
    'nam ngoai': -1,
    'nam truoc': -1,
  }),
);
for (const [name, n] of Object.entries({ this: 0, next: 1, last: -1 })) FROM_NOW.set(`${name} year`, n);

/** The source of a year, without a group of its own; to put into `words`. */
export const THAT_YEAR =
  '[12]\\d{3}|năm nay|năm sau|năm tới|sang năm|năm ngoái|năm trước|(?:this|next|last) year';

/** The source of a year behind a month or a quarter, one group; to put into `words`. */
export const YEAR = `(?: ?[/.-] ?|,? (?:năm |of )?)(${THAT_YEAR})`;

/** The year that `YEAR` or `THAT_YEAR` matched. */
export function yearOf(word: string, today: Day): number {
  const fromNow = FROM_NOW.get(fold(word));
  return fromNow === undefined ? Number(word) : Number(today.slice(0, 4)) + fromNow;
}
