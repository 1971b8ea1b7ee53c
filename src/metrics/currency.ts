import { visibleSql } from '../crm/visibility.ts';
import { Prisma } from '../db/client.ts';
import type { Asker } from './measured.ts';

/**
 * The currency that figures are reported in when nobody asked for one: the organisation's. But where no deal has
 * an amount in it and all that do are in one other currency, that one: a company that works in dollars gets its
 * figures whatever its setting says. Amounts of further currencies are never converted or added up: they are left
 * out and listed.
 */
export async function reportingCurrency({ db, now, sight, currency }: Asker): Promise<string> {
  const priced = Prisma.sql`
    FROM deal WHERE amount IS NOT NULL AND created_at <= ${now} AND ${visibleSql(sight.deal, Prisma.sql`owner_id`)}`;
  const [own] = await db.$queryRaw<object[]>`SELECT 1 AS one ${priced} AND currency = ${currency} LIMIT 1`;
  if (own) return currency;
  const [row] = await db.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT min(currency) AS first, max(currency) AS last ${priced}`;
  return row?.first && row.first === row.last ? row.first : currency;
}
