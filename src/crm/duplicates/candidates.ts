import { Prisma } from '../../db/client.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { visibleSql } from '../visibility.ts';
import { type Looking, there } from './rows.ts';

/** Two records of one kind, `a` < `b`. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** Pairs that are looked at in one scan; whoever has more has other worries first. */
const most = 20_000;

/** Keys of `r` besides phone and e-mail; a name counts for a company, and for a person within one. */
const others: Record<Profiled, (ctx: Looking) => Prisma.Sql> = {
  company: (ctx) => Prisma.sql`
    SELECT r.id, r.folded, 't' || replace(r.tax_code, ' ', ''), false FROM company r WHERE r.tax_code <> '' AND ${there(ctx, 'company')}
    UNION ALL
    SELECT r.id, r.folded, 'n' || k, true FROM company r, unnest(name_keys(r.folded)) k WHERE ${there(ctx, 'company')}`,
  contact: (ctx) => Prisma.sql`
    SELECT r.id, r.folded, r.company_id || k, true
    FROM contact r JOIN company c ON c.id = r.company_id, unnest(name_keys(r.folded)) k
    WHERE ${there(ctx, 'contact')} AND ${visibleSql(ctx.sight.company, Prisma.sql`c.owner_id`)}`,
  lead: (ctx) => Prisma.sql`
    SELECT r.id, r.folded, replace(bare_name(r.company_name), ' ', '') || k, true
    FROM lead r, unnest(name_keys(r.folded)) k WHERE r.company_name IS NOT NULL AND ${there(ctx, 'lead')}`,
};

/**
 * Pairs of records that share a key, by a sort and not by comparing all with all: within a key each is paired with
 * the three before it, by name. Names that share no more than a key are left out.
 */
export function candidatePairs(ctx: Looking, kind: Profiled): Promise<Pair[]> {
  const from = Prisma.raw(`"${kind}"`);
  const here = there(ctx, kind);
  return ctx.db.$queryRaw<Pair[]>`
    WITH keyed (id, folded, key, by_name) AS (
      SELECT r.id, r.folded, 'p' || r.phone, false FROM ${from} r WHERE r.phone IS NOT NULL AND ${here}
      UNION ALL
      SELECT r.id, r.folded, 'p' || (e ->> 'value'), false FROM ${from} r, jsonb_array_elements(r.phones) e
      WHERE r.phones <> '[]' AND ${here}
      UNION ALL
      SELECT r.id, r.folded, 'e' || lower(r.email), false FROM ${from} r WHERE r.email IS NOT NULL AND ${here}
      UNION ALL
      SELECT r.id, r.folded, 'e' || lower(e ->> 'value'), false FROM ${from} r, jsonb_array_elements(r.emails) e
      WHERE r.emails <> '[]' AND ${here}
      UNION ALL
      ${others[kind](ctx)}
    ), beside AS (
      SELECT k.id, k.folded, k.by_name, o.id AS other, o.folded AS name
      FROM (
        SELECT id, folded, by_name, lag(id, 1) OVER w AS i1, lag(folded, 1) OVER w AS n1,
          lag(id, 2) OVER w AS i2, lag(folded, 2) OVER w AS n2, lag(id, 3) OVER w AS i3, lag(folded, 3) OVER w AS n3
        FROM (SELECT id, folded, by_name, hashtextextended(key, 0) AS key FROM keyed) h
        WINDOW w AS (PARTITION BY key ORDER BY folded, id)
      ) k, LATERAL (VALUES (i1, n1), (i2, n2), (i3, n3)) AS o (id, folded)
      WHERE o.id <> k.id
    )
    SELECT DISTINCT least(s.id, s.other) AS a, greatest(s.id, s.other) AS b FROM beside s
    WHERE (NOT s.by_name OR similarity(s.folded, s.name) >= 0.4)
      AND NOT EXISTS (
        SELECT FROM distinct_pair p WHERE p.record = ${kind} AND p.a = least(s.id, s.other) AND p.b = greatest(s.id, s.other))
    LIMIT ${most}`;
}
