import { Prisma } from '../db/client.ts';
import { deals } from './deals.ts';
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
  // Only what was created, moved or revoked in between can stand elsewhere: the rest need not be compared.
  const between = (moment: Prisma.Sql) => Prisma.sql`${moment} > ${since} AND ${moment} <= ${ctx.now}`;
  const touched = Prisma.sql`
    SELECT deal_id FROM stage_event
    WHERE (${between(Prisma.sql`at`)}) OR (${between(Prisma.sql`revoked_at`)})
    UNION SELECT id FROM deal WHERE ${between(Prisma.sql`created_at`)}`;
  const moves = Prisma.sql`(
    SELECT d.id, d.title, d.amount, d.currency, m.name AS owner,
      was.name_vi AS "fromVi", was.name_en AS "fromEn", stands.name_vi AS "toVi", stands.name_en AS "toEn",
      CASE WHEN d.kind = 'WON' THEN 'won' WHEN d.kind = 'LOST' THEN 'lost' WHEN was.id IS NULL THEN 'new'
        WHEN was.kind <> 'OPEN' THEN 'reopened' WHEN d.position > was.position THEN 'advanced' ELSE 'slipped'
      END AS kind
    FROM ${deals(ctx, ownerId)} d
    JOIN stage stands ON stands.id = d.stage_id
    LEFT JOIN ${deals({ now: since, sight: 'all' })} before ON before.id = d.id
    LEFT JOIN stage was ON was.id = before.stage_id
    LEFT JOIN member m ON m.id = d.owner_id
    WHERE d.id IN (${touched}) AND was.id IS DISTINCT FROM d.stage_id
      AND (d.kind = 'OPEN' OR was.kind IS DISTINCT FROM d.kind))`;
  const totals = await ctx.db.$queryRaw<
    { kind: MoveKind; currency: string; count: number; amount: string | null }[]
  >`
    SELECT kind, currency, count(*)::int AS count, trim_scale(sum(amount))::text AS amount
    FROM ${moves} moves GROUP BY kind, currency ORDER BY currency`;
  if (totals.length === 0) return [];
  const largest = await ctx.db.$queryRaw<Move[]>`
    SELECT id, title, owner, trim_scale(amount)::text AS amount, currency, "fromVi", "fromEn", "toVi", "toEn", kind
    FROM (
      SELECT *, row_number() OVER (PARTITION BY kind ORDER BY amount DESC NULLS LAST, id) AS place
      FROM ${moves} moves
    ) ranked WHERE place <= ${limit} ORDER BY place`;
  return moveKinds
    .map((kind) => ({ kind, of: totals.filter((total) => total.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({
      kind,
      count: of.reduce((sum, total) => sum + total.count, 0),
      amounts: of.flatMap(({ amount, currency }) => (amount === null ? [] : [{ amount, currency }])),
      deals: largest.filter((move) => move.kind === kind),
    }));
}
