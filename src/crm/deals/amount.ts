import type { Money } from '../../lib/money/index.ts';
import type { Log } from '../changes/change.ts';
import { merged } from '../changes/merge.ts';
import type { Row } from '../changes/record.ts';
import type { Ctx } from '../context.ts';
import type { DealView } from './view.ts';

/** An amount as columns of a deal; one that nobody knows keeps its currency. */
export const amountColumns = (amount: Money | null) =>
  amount ? { amount: amount.amount, currency: amount.currency } : { amount: null };

/** Sets the amount of a locked deal as a part of a change; see `merged` for what others have set meanwhile. */
export async function amountSet(
  ctx: Ctx,
  { tx, updated }: Log,
  dealId: number,
  amount: Money | null,
): Promise<Pick<DealView, 'amount' | 'currency'>> {
  const before = await tx.deal.findUniqueOrThrow({ where: { id: dealId } });
  // A row of Prisma's has no index signature; it is compared column by column.
  const row = before as unknown as Row & { id: number };
  const data = (await merged({ ...ctx, db: tx }, tx, 'deal', row, { amount: amountColumns(amount) })).amount;
  const after = data ? await tx.deal.update({ where: { id: dealId }, data }) : before;
  updated('deal', dealId, before, after);
  const { currency } = after;
  return { amount: after.amount && { amount: after.amount.toFixed(), currency }, currency };
}
