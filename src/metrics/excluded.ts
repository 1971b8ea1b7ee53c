import { code } from '../crm/codes.ts';
import { Prisma } from '../db/client.ts';
import type { Asker, Excluded } from './measured.ts';

const listed = 1000;

/** The deals of a population that have no amount in the currency of the report, grouped by why. */
export async function withoutAmount(
  { db }: Asker,
  population: Prisma.Sql,
  currency: string,
): Promise<Excluded[]> {
  const rows = await db.$queryRaw<{ other: string | null; count: number; amount: string; ids: number[] }[]>`
    SELECT CASE WHEN amount IS NOT NULL THEN currency END AS other, count(*)::int AS count,
      trim_scale(sum(amount))::text AS amount, (array_agg(id ORDER BY id))[1:${Prisma.raw(String(listed))}] AS ids
    FROM ${population} p WHERE amount IS NULL OR currency <> ${currency}
    GROUP BY 1 ORDER BY 1 NULLS FIRST`;
  return rows.map(({ other, count, amount, ids }) => ({
    ...(other === null
      ? { reason: 'no_amount' as const }
      : { reason: 'other_currency' as const, amount, currency: other }),
    count,
    ids: ids.map((id) => code('deal', id)),
  }));
}
