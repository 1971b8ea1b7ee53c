import { type Day, dayOf, daysBetween } from '../../lib/dates/index.ts';
import type { Money } from '../../lib/money/index.ts';
import type { Ctx } from '../context.ts';

/** What a company owes, with the day when it is due. */
export interface Debt extends Money {
  readonly due: Day;
}

interface Owing {
  readonly receivable: { toFixed(): string; gt(n: number): boolean } | null;
  readonly receivableCurrency: string | null;
  readonly receivableDue: Date | null;
}

/** Null where nothing is owed, or nobody has said until when. */
export function debtOf({ receivable, receivableCurrency, receivableDue }: Owing): Debt | null {
  if (!receivable?.gt(0) || !receivableCurrency || !receivableDue) return null;
  const due = receivableDue.toISOString().slice(0, 10);
  return { amount: receivable.toFixed(), currency: receivableCurrency, due };
}

/** How many days a debt is late; nothing until the day after it is due. */
export const daysLate = ({ now, zone }: Pick<Ctx, 'now' | 'zone'>, { due }: Debt): number =>
  Math.max(0, daysBetween(due, dayOf(now, zone)));
