import { Prisma } from '../../db/client.ts';
import { kept } from '../../db/kept.ts';
import type { Money } from '../../lib/money/index.ts';
import type { Debt } from '../companies/debt.ts';
import type { Ctx } from '../context.ts';
import { type Sight, type Sights, visibleSql } from '../visibility.ts';
import type { Stage } from './stages.ts';

/** The stage events that stand at an instant, the latest first. */
export const standing = (now: Date) =>
  ({
    where: { at: { lte: now }, OR: [{ revokedAt: null }, { revokedAt: { gt: now } }] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  }) satisfies Prisma.Deal$eventsArgs;

interface Named {
  readonly id: number;
  readonly name: string;
}

interface Facts {
  readonly id: number;
  readonly title: string;
  readonly currency: string;
  readonly pipelineId: number;
  readonly ownerId: number | null;
  readonly source: string | null;
  readonly expectedCloseOn: Date | null;
  readonly snoozedUntil: Date | null;
  readonly createdAt: Date;
  /** Values of custom fields by their number. */
  readonly custom: unknown;
  readonly company: (Named & { readonly debt: Debt | null }) | null;
  readonly contact: Named | null;
  readonly lead: Named | null;
  readonly owner: Named | null;
  readonly product: Named | null;
}

/** A deal with its latest stage event and the names of what it is linked to. */
export interface DealView extends Facts {
  readonly amount: Money | null;
  readonly stage: Stage;
  readonly event: { readonly id: number; readonly at: Date; readonly reason: string | null };
}

/**
 * A deal as it stood at `ctx.now`, or null when it is not `among` those to be seen. Who has just written one is told
 * of it whoever's it is now ('all'); what it is linked to is seen or not as ever.
 */
export async function viewDeal(
  ctx: Ctx,
  id: number,
  among: Sight = ctx.sight.deal,
): Promise<DealView | null> {
  const { db, now, sight } = ctx;
  const standing = Prisma.sql`(SELECT * FROM stage_event
    WHERE deal_id = ${id} AND at <= ${now} AND (revoked_at IS NULL OR revoked_at > ${now})
    ORDER BY at DESC, id DESC LIMIT 1)`;
  const [row] = await db.$queryRaw<DealRow[]>`${kept}${dealRow(Prisma.sql`deal`, standing, sight)}
    WHERE d.id = ${id} AND d.created_at <= ${now} AND ${visibleSql(among, Prisma.sql`d.owner_id`)}`;
  return row ? readDeal(row) : null;
}

/** A row of `dealRow`. */
export type DealRow = Facts & {
  readonly amount: string | null;
  readonly event: { id: number; at: string; reason: string | null; stage: Stage } | null;
};

/**
 * What is told of a deal, from its row and that of the event it stands at: those of the tables, or those that the
 * same statement is writing. One statement, and a plain one: almost every answer waits for it.
 */
export const dealRow = (deal: Prisma.Sql, event: Prisma.Sql, sight: Sights) => Prisma.sql`
  SELECT d.id, d.title, trim_scale(d.amount)::text AS amount, d.currency, d.pipeline_id AS "pipelineId",
    d.owner_id AS "ownerId", d.source, d.expected_close_on AS "expectedCloseOn",
    d.snoozed_until AS "snoozedUntil", d.created_at AS "createdAt", d.custom,
    (SELECT json_build_object('id', id, 'name', name, 'debt', CASE WHEN receivable > 0 AND receivable_due IS NOT NULL
        THEN json_build_object('amount', trim_scale(receivable)::text, 'currency', receivable_currency,
          'due', receivable_due) END) FROM company
      WHERE id = d.company_id AND ${visibleSql(sight.company, Prisma.sql`owner_id`)}) AS company,
    (SELECT json_build_object('id', id, 'name', name) FROM contact
      WHERE id = d.contact_id AND ${visibleSql(sight.contact, Prisma.sql`owner_id`)}) AS contact,
    (SELECT json_build_object('id', id, 'name', name) FROM lead
      WHERE id = d.lead_id AND ${visibleSql(sight.lead, Prisma.sql`owner_id`)}) AS lead,
    (SELECT json_build_object('id', id, 'name', name) FROM member WHERE id = d.owner_id) AS owner,
    (SELECT json_build_object('id', id, 'name', name) FROM product WHERE id = d.product_id) AS product,
    (SELECT json_build_object('id', e.id, 'at', e.at, 'reason', e.reason, 'stage', json_build_object(
        'id', s.id, 'pipelineId', s.pipeline_id, 'nameVi', s.name_vi, 'nameEn', s.name_en, 'kind', s.kind,
        'position', s.position, 'probability', s.probability, 'staleAfterDays', s.stale_after_days,
        'department', s.department))
      FROM ${event} e JOIN stage s ON s.id = e.stage_id) AS event
  FROM ${deal} d`;

export function readDeal({ event, amount, ...facts }: DealRow): DealView {
  // Every deal is opened with an event, which nothing takes away before the deal itself.
  if (!event) throw new Error(`deal ${facts.id} has no stage event that stands`);
  const { stage, at, ...rest } = event;
  return {
    ...facts,
    amount: amount === null ? null : { amount, currency: facts.currency },
    stage,
    event: { ...rest, at: new Date(at) },
  };
}
