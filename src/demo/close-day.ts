import { addDays, type Day, daysBetween } from '../lib/dates/index.ts';
import type { Dice } from './dice.ts';

/** Days from now to the expected close, by the stage that a deal is in. */
const ahead = [
  [25, 80],
  [20, 60],
  [12, 45],
  [7, 30],
  [2, 15],
] as const;

/** When an open deal is expected to close: in time, at the end of a month, too late already, or nobody knows. */
export function expectedDay(
  dice: Dice,
  stage: number,
  { opened, today }: { opened: Day; today: Day },
): Day | null {
  const [least, most] = ahead[stage] ?? [5, 30];
  const [day, luck, late] = [addDays(today, dice.int(least, most)), dice.number(), dice.int(2, 18)];
  if (stage === 0 && luck < 0.3) return null;
  if (luck < 0.15) return addDays(today, -Math.min(late, daysBetween(opened, today)));
  return luck > 0.65 ? monthEnd(day) : day;
}

/** The last day of its month. */
const monthEnd = (day: Day): Day => addDays(`${addDays(`${day.slice(0, 7)}-01`, 32).slice(0, 7)}-01`, -1);
