import { Prisma } from '../../db/client.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { apartSql, leadAndContact } from './apart.ts';
import { keyed } from './keyed.ts';
import type { Looking } from './rows.ts';

/** Two records that may be one: of one kind `a` < `b`, or `a` a lead and `b` a contact. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** Pairs that are looked at in one scan; whoever has more has other worries first. */
const most = 20_000;

/**
 * Pairs of records that share a key, by a sort and not by comparing all with all: within a key each is paired with
 * the first and with the three before it, by name. Names that share no more than a key are left out, and companies
 * that belong together: a branch has its parent's address.
 */
export function candidatePairs(ctx: Looking, kind: Profiled): Promise<Pair[]> {
  return ctx.db.$queryRaw<Pair[]>`
    WITH beside AS (
      SELECT k.id, k.folded, k.by_name, o.id AS other, o.folded AS name
      FROM (
        SELECT id, folded, by_name, first_value(id) OVER w AS i0, first_value(folded) OVER w AS n0,
          lag(id, 1) OVER w AS i1, lag(folded, 1) OVER w AS n1,
          lag(id, 2) OVER w AS i2, lag(folded, 2) OVER w AS n2, lag(id, 3) OVER w AS i3, lag(folded, 3) OVER w AS n3
        FROM (SELECT id, folded, by_name, hashtextextended(key, 0) AS key FROM (${keyed(ctx, kind)}) k) h
        WINDOW w AS (PARTITION BY key ORDER BY folded, id)
      ) k, LATERAL (VALUES (i0, n0), (i1, n1), (i2, n2), (i3, n3)) AS o (id, folded)
      WHERE o.id <> k.id
    )
    SELECT DISTINCT least(s.id, s.other) AS a, greatest(s.id, s.other) AS b FROM beside s
    WHERE (NOT s.by_name OR similarity(s.folded, s.name) >= 0.4)
      AND NOT ${apartSql(kind, kind, Prisma.sql`s.id`, Prisma.sql`s.other`)}
      ${kind === 'company' ? unrelated : Prisma.empty}
    ORDER BY 1, 2 LIMIT ${most}`;
}

const unrelated = Prisma.sql`AND NOT EXISTS (
  SELECT FROM company x, company y WHERE x.id = s.id AND y.id = s.other
    AND (x.parent_id = y.id OR y.parent_id = x.id OR x.parent_id = y.parent_id))`;

/**
 * Leads in work, each with the oldest contact with whom it shares a key. Of a lead that was told apart from a contact
 * the others are looked through: there are few of those.
 */
export function leadsOfContacts(ctx: Looking): Promise<Pair[]> {
  const inWork = Prisma.sql`r.status NOT IN ('CONVERTED', 'DISQUALIFIED')`;
  const apart = (lead: Prisma.Sql, contact: Prisma.Sql) => apartSql('lead', 'contact', lead, contact);
  return ctx.db.$queryRaw<Pair[]>`
    WITH k AS (
      SELECT id AS lead, NULL AS contact, hashtextextended(key, 0) AS key FROM (${keyed(ctx, 'lead', inWork)}) l
      UNION ALL
      SELECT NULL, id, hashtextextended(key, 0) FROM (${keyed(ctx, 'contact')}) c
    )
    SELECT DISTINCT lead AS a, contact AS b
    FROM (
      SELECT lead, min(contact) OVER (PARTITION BY key) AS contact FROM k
      UNION ALL
      SELECT l.lead, min(c.contact)
      FROM k l JOIN k c ON c.key = l.key AND NOT ${apart(Prisma.sql`l.lead`, Prisma.sql`c.contact`)}
      WHERE l.lead IN (SELECT a FROM distinct_pair WHERE record = ${leadAndContact}) GROUP BY l.lead, l.key
    ) pairs
    WHERE lead IS NOT NULL AND contact IS NOT NULL AND NOT ${apart(Prisma.sql`lead`, Prisma.sql`contact`)}
    ORDER BY 1, 2 LIMIT ${most}`;
}
