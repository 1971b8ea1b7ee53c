import { deals } from '../crm/deals/standing.ts';
import { Prisma } from '../db/client.ts';
import { closedIn } from './closed.ts';
import { reportingCurrency } from './currency.ts';
import { percent, plain } from './exact.ts';
import { withoutAmount } from './excluded.ts';
import { type Asker, type Excluded, type Measured, receiptOf, type Scope } from './measured.ts';
import { dealRecords } from './records.ts';

export interface WinRate extends Measured {
  /** The same share of the amounts, in `currency`. */
  readonly byValue: {
    readonly value: string | null;
    readonly currency: string;
    readonly numerator: string;
    readonly denominator: string;
    readonly excluded: readonly Excluded[];
  };
  /** Deals that are open now; never in the denominator. */
  readonly open: number;
}

/** Win rate in percent: won ÷ (won + lost) of the deals closed in the period. 10 won of 30 closed is 33.33. */
export async function winRate(ctx: Asker, scope: Scope): Promise<WinRate> {
  const currency = scope.currency ?? (await reportingCurrency(ctx));
  const closed = closedIn(ctx, scope, 'any');
  const [row] = await ctx.db.$queryRaw<
    [{ won: number; all: number; priced: number; wonAmount: string; amount: string; open: number }]
  >`
    SELECT (count(*) FILTER (WHERE kind = 'WON'))::int AS won, count(*)::int AS all,
      (count(amount) FILTER (WHERE ours))::int AS priced,
      coalesce(sum(amount) FILTER (WHERE ours AND kind = 'WON'), 0)::text AS "wonAmount",
      coalesce(sum(amount) FILTER (WHERE ours), 0)::text AS amount,
      (SELECT count(*)::int FROM ${deals(ctx, scope.ownerId)} d WHERE kind = 'OPEN') AS open
    FROM (SELECT *, currency = ${currency} AS ours FROM ${closed} c) p`;
  const { won, all, priced, open } = row;
  const [wonAmount, amount] = [plain(row.wonAmount), plain(row.amount)];
  const excluded = all > priced ? await withoutAmount(ctx, closed, currency) : [];
  return {
    id: 'deals.win_rate',
    value: percent(won, all),
    empty: all === 0 ? 'no_deals_closed' : null,
    unit: 'percent',
    numerator: String(won),
    denominator: String(all),
    count: all,
    excluded: [],
    byValue: {
      value: percent(wonAmount, amount),
      currency,
      numerator: wonAmount,
      denominator: amount,
      excluded,
    },
    open,
    receipt: receiptOf(ctx, scope, dealRecords(closed, Prisma.sql`kind`)),
  };
}
