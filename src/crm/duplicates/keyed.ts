import { quoted } from '../../db/bulk.ts';
import { Prisma } from '../../db/client.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { visibleSql } from '../visibility.ts';
import { type Looking, there } from './rows.ts';

/** Keys of `r` besides phone and e-mail; a name counts for a company, and for a person within one. */
const others: Record<Profiled, (ctx: Looking, here: Prisma.Sql) => Prisma.Sql> = {
  company: (_, here) => Prisma.sql`
    SELECT r.id, r.folded, 't' || replace(r.tax_code, ' ', ''), false FROM company r WHERE r.tax_code <> '' AND ${here}
    UNION ALL
    SELECT r.id, r.folded, 'n' || k, true FROM company r, unnest(name_keys(r.folded)) k WHERE ${here}`,
  // Each company's name is folded once, and not for each of its people.
  contact: ({ sight }, here) => Prisma.sql`
    SELECT r.id, r.folded, c.bare || k, true
    FROM contact r JOIN (
      SELECT c.id, replace(bare_name(c.name), ' ', '') AS bare FROM company c
      WHERE ${visibleSql(sight.company, Prisma.sql`c.owner_id`)} OFFSET 0
    ) c ON c.id = r.company_id, unnest(name_keys(r.folded)) k WHERE ${here}`,
  lead: (_, here) => Prisma.sql`
    SELECT r.id, r.folded, replace(bare_name(r.company_name), ' ', '') || k, true
    FROM lead r, unnest(name_keys(r.folded)) k WHERE r.company_name IS NOT NULL AND ${here}`,
};

/**
 * The records of a kind that are there to be seen, by each key of which twins share one: `id, folded, key, by_name`.
 * `where` is a further condition on `r`.
 */
export function keyed(ctx: Looking, kind: Profiled, where = Prisma.sql`TRUE`): Prisma.Sql {
  const from = quoted(kind);
  const here = Prisma.sql`${there(ctx, kind)} AND ${where}`;
  return Prisma.sql`
    SELECT r.id, r.folded, 'p' || r.phone AS key, false AS by_name FROM ${from} r WHERE r.phone IS NOT NULL AND ${here}
    UNION ALL
    SELECT r.id, r.folded, 'p' || (e ->> 'value'), false FROM ${from} r, jsonb_array_elements(r.phones) e
    WHERE r.phones <> '[]' AND ${here}
    UNION ALL
    SELECT r.id, r.folded, 'e' || lower(r.email), false FROM ${from} r WHERE r.email IS NOT NULL AND ${here}
    UNION ALL
    SELECT r.id, r.folded, 'e' || lower(e ->> 'value'), false FROM ${from} r, jsonb_array_elements(r.emails) e
    WHERE r.emails <> '[]' AND ${here}
    UNION ALL
    ${others[kind](ctx, here)}`;
}
