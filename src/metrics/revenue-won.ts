import { Prisma } from '../db/client.ts';
import { addUp } from './add-up.ts';
import { closedIn } from './closed.ts';
import { reportingCurrency } from './currency.ts';
import { plain } from './exact.ts';
import { type Asker, type Measured, receiptOf, type Scope } from './measured.ts';
import { dealRecords } from './records.ts';

/** Actual revenue: Σ amount of the deals won in the period. 0 where none was won. */
export async function revenueWon(ctx: Asker, scope: Scope): Promise<Measured> {
  const currency = scope.currency ?? (await reportingCurrency(ctx));
  const won = closedIn(ctx, scope, 'won');
  const total = await addUp(ctx, won, currency);
  const value = total.amount === null ? null : plain(total.amount);
  return {
    id: 'revenue.won',
    value,
    empty: value === null ? 'no_amounts' : null,
    unit: currency,
    numerator: value,
    denominator: null,
    count: total.count,
    excluded: total.excluded,
    receipt: receiptOf(ctx, scope, dealRecords(won, Prisma.sql`amount`, priced(currency))),
  };
}

/** The deals whose amount is added up. */
export const priced = (currency: string) => Prisma.sql`amount IS NOT NULL AND currency = ${currency}`;
