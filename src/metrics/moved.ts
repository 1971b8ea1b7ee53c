import { deals } from '../crm/deals/standing.ts';
import { every } from '../crm/visibility.ts';
import { Prisma } from '../db/client.ts';
import type { Asker } from './measured.ts';

/** `reopened`: closed at the beginning and open at the end; `slipped`: to an earlier stage. */
export const moveKinds = ['won', 'lost', 'new', 'advanced', 'slipped', 'reopened'] as const;
export type MoveKind = (typeof moveKinds)[number];

export interface Move {
  readonly kind: MoveKind;
  readonly id: number;
  readonly title: string;
  readonly owner: string | null;
  readonly amount: string | null;
  readonly currency: string;
  /** The stage at the beginning; null for a deal that was not there yet. */
  readonly fromVi: string | null;
  readonly fromEn: string | null;
  readonly toVi: string;
  readonly toEn: string;
}

export interface Moved {
  readonly kind: MoveKind;
  readonly count: number;
  /** Σ amount by currency. */
  readonly amounts: readonly { readonly amount: string; readonly currency: string }[];
  /** The largest of them, at most `limit`. */
  readonly deals: readonly Move[];
}

/**
 * What is different at `ctx.now` from how the deals stood at `since`, each deal in at most one group; groups
 * without deals are left out. A deal that went and came back in between has not moved; one that was opened and
 * won in between is won. Visibility is that of the end.
 */
export async function movedSince(
  ctx: Asker,
  { since, ownerId, limit = 10 }: { since: Date; ownerId?: number; limit?: number },
): Promise<Moved[]> {
  // Only what was created, moved or revoked in between can stand elsewhere: the rest need not be looked at.
  const between = (moment: Prisma.Sql) => Prisma.sql`${moment} > ${since} AND ${moment} <= ${ctx.now}`;
  const touched = Prisma.sql`AND e.deal_id IN (
    SELECT deal_id FROM stage_event
    WHERE (${between(Prisma.sql`at`)}) OR (${between(Prisma.sql`revoked_at`)})
    UNION SELECT id FROM deal WHERE ${between(Prisma.sql`created_at`)})`;
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT id, title, owner, trim_scale(amount)::text AS amount, currency, "fromVi", "fromEn", "toVi", "toEn", kind,
      place <= ${limit} AS listed, nth = 1 AS sums, count, trim_scale(total)::text AS total
    FROM (
      SELECT *, row_number() OVER (PARTITION BY kind ORDER BY amount DESC NULLS LAST, id) AS place,
        (count(*) OVER (PARTITION BY kind))::int AS count,
        row_number() OVER (PARTITION BY kind, currency ORDER BY id) AS nth,
        sum(amount) OVER (PARTITION BY kind, currency) AS total
      FROM (
        SELECT d.id, d.title, d.amount, d.currency, m.name AS owner,
          was.name_vi AS "fromVi", was.name_en AS "fromEn", stands.name_vi AS "toVi", stands.name_en AS "toEn",
          CASE WHEN d.kind = 'WON' THEN 'won' WHEN d.kind = 'LOST' THEN 'lost' WHEN was.id IS NULL THEN 'new'
            WHEN was.kind <> 'OPEN' THEN 'reopened' WHEN d.position > was.position THEN 'advanced' ELSE 'slipped'
          END AS kind
        FROM ${deals(ctx, ownerId, touched)} d
        JOIN stage stands ON stands.id = d.stage_id
        LEFT JOIN ${deals({ now: since, sight: every('all') }, undefined, touched)} before ON before.id = d.id
        LEFT JOIN stage was ON was.id = before.stage_id
        LEFT JOIN member m ON m.id = d.owner_id
        WHERE was.id IS DISTINCT FROM d.stage_id AND (d.kind = 'OPEN' OR was.kind IS DISTINCT FROM d.kind)
      ) moves
    ) ranked WHERE place <= ${limit} OR nth = 1 ORDER BY place`;
  return moveKinds.flatMap((kind) => {
    const of = rows.filter((row) => row.kind === kind);
    const [first] = of;
    if (!first) return [];
    const sums = of.filter((row) => row.sums).sort((a, b) => (a.currency < b.currency ? -1 : 1));
    return {
      kind,
      count: first.count,
      amounts: sums.flatMap(({ total, currency }) => (total === null ? [] : [{ amount: total, currency }])),
      deals: of.filter((row) => row.listed).map(moveOf),
    };
  });
}

/** A move, and what the statement tells along with it: the first of each currency carries its sum. */
interface Row extends Move {
  readonly listed: boolean;
  readonly sums: boolean;
  readonly count: number;
  readonly total: string | null;
}

function moveOf({ kind, id, title, owner, amount, currency, ...stages }: Row): Move {
  const { fromVi, fromEn, toVi, toEn } = stages;
  return { kind, id, title, owner, amount, currency, fromVi, fromEn, toVi, toEn };
}
