import { Prisma } from '../db/client.ts';
import { addUp } from './add-up.ts';
import { closedIn } from './closed.ts';
import { reportingCurrency } from './currency.ts';
import { plain, ratio } from './exact.ts';
import { type Asker, type Measured, receiptOf, type Scope } from './measured.ts';
import { dealRecords } from './records.ts';
import { priced } from './revenue-won.ts';

/** Average deal size: Σ amount of the deals won in the period ÷ their number. 1 tỷ over 100 deals is 10 triệu. */
export async function averageSize(ctx: Asker, scope: Scope): Promise<Measured> {
  const currency = scope.currency ?? (await reportingCurrency(ctx));
  const won = closedIn(ctx, scope, 'won');
  const { all, count, amount, excluded } = await addUp(ctx, won, currency);
  const total = plain(amount ?? '0');
  return {
    id: 'deals.average_size',
    value: ratio(total, count),
    empty: all === 0 ? 'no_deals_won' : count === 0 ? 'no_amounts' : null,
    unit: currency,
    numerator: total,
    denominator: String(count),
    count,
    excluded,
    receipt: receiptOf(ctx, scope, dealRecords(won, Prisma.sql`amount`, priced(currency))),
  };
}
