import { type LeadStatus, Prisma } from '../../db/client.ts';
import { kept } from '../../db/kept.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { visibleSql } from '../visibility.ts';
import { activitiesOf, dealsOf, leadsOf } from './scope.ts';

/** One thing that happened, with whom it is told. */
export type Moment = { readonly at: Date } & (
  | {
      readonly kind: 'CALL' | 'EMAIL' | 'MEETING' | 'NOTE' | 'TASK';
      readonly inbound: boolean;
      readonly text: string;
      readonly outcome: string | null;
      readonly minutes: number | null;
      readonly by: string | null;
      /** The deal, person or lead it was logged on, where that is another record. */
      readonly on: string | null;
    }
  | {
      readonly kind: 'STAGE';
      readonly nameVi: string;
      readonly nameEn: string;
      readonly reason: string | null;
      readonly deal: string;
    }
  | { readonly kind: 'LEAD'; readonly state: LeadStatus; readonly lead: string }
  /** Somebody else was put in charge, or nobody. `on`: of which deal or lead; null of the customer itself. */
  | {
      readonly kind: 'OWNER';
      readonly from: string | null;
      readonly to: string | null;
      readonly on: string | null;
    }
);

export interface Timeline {
  /** Oldest first. */
  readonly moments: readonly Moment[];
  /** How many things happened in all, and how many before and after those listed. */
  readonly total: number;
  readonly earlier: number;
  readonly later: number;
  /** When somebody last spoke with them or wrote something down. */
  readonly lastTouch: Date | null;
}

type Row = {
  readonly [Key in 'text' | 'outcome' | 'by' | 'on' | 'nameVi' | 'nameEn' | 'reason']: string | null;
} & {
  readonly kind: Moment['kind'];
  readonly at: Date;
  readonly minutes: number | null;
  readonly inbound: boolean;
  readonly state: LeadStatus | null;
  readonly total: number;
  readonly lastTouch: Date | null;
};

const size = 8;

/**
 * What happened on a record and on what hangs on it, told oldest first: on the first page the latest, on each further
 * one what came before. One statement: every card of a record waits for it.
 */
export async function timeline(ctx: Ctx, kind: Kind, id: number, page = 1): Promise<Timeline> {
  const { now } = ctx;
  const skipped = (page - 1) * size;
  const rows = await ctx.db.$queryRaw<Row[]>`${kept}
    SELECT *, (count(*) OVER ())::int AS total,
      max(at) FILTER (WHERE kind NOT IN ('STAGE', 'LEAD', 'OWNER')) OVER () AS "lastTouch"
    FROM (
      SELECT a.kind::text AS kind, a.at, a.id, a.text, a.outcome, a.minutes, a.inbound, m.name AS by,
        ${elsewhere(ctx, kind)} AS on,
        NULL AS "nameVi", NULL AS "nameEn", NULL AS reason, NULL AS state
      FROM activity a LEFT JOIN member m ON m.id = a.member_id
      WHERE a.at <= ${now} AND (${activitiesOf(ctx, kind, id)})
      UNION ALL
      SELECT 'STAGE', e.at, e.id, NULL, NULL, NULL, FALSE, NULL, d.title, s.name_vi, s.name_en, e.reason, NULL
      FROM deal d JOIN stage_event e ON e.deal_id = d.id JOIN stage s ON s.id = e.stage_id
      WHERE ${dealsOf(ctx, kind, id)} AND e.at <= ${now} AND (e.revoked_at IS NULL OR e.revoked_at > ${now})
      ${leadStates(ctx, kind, id)}
      ${owners(ctx, kind, id)}
    ) moment
    ORDER BY at DESC, kind = 'STAGE' DESC, id DESC LIMIT ${size} OFFSET ${skipped}`;
  const total = rows[0]?.total ?? 0;
  return {
    moments: rows.map(momentOf).reverse(),
    total,
    earlier: Math.max(0, total - skipped - rows.length),
    later: Math.min(skipped, total),
    lastTouch: rows[0]?.lastTouch ?? null,
  };
}

/** The name of the record that an activity `a` was logged on, where a customer's card tells of it. */
function elsewhere({ sight }: Ctx, kind: Kind): Prisma.Sql {
  if (kind === 'deal' || kind === 'lead') return Prisma.sql`NULL`;
  const seen = (of: Kind) => visibleSql(sight[of], Prisma.sql`r.owner_id`);
  return Prisma.sql`coalesce(
    (SELECT r.title FROM deal r WHERE r.id = a.deal_id AND ${seen('deal')}),
    (SELECT r.name FROM contact r WHERE ${kind} <> 'contact' AND r.id = a.contact_id AND ${seen('contact')}),
    (SELECT r.name FROM lead r WHERE r.id = a.lead_id AND ${seen('lead')}))`;
}

/** When leads came in and what became of them; a state that was passed over is not told. */
function leadStates(ctx: Ctx, kind: Kind, id: number): Prisma.Sql {
  if (kind === 'deal') return Prisma.empty;
  return Prisma.sql`UNION ALL
    SELECT 'LEAD', s.at, s.step, NULL, NULL, NULL, FALSE, NULL, l.name, NULL, NULL, NULL, s.state
    FROM lead l CROSS JOIN LATERAL (VALUES
      (1, 'NEW', l.created_at), (2, 'MQL', nullif(l.mql_at, l.sql_at)), (3, 'SQL', nullif(l.sql_at, l.converted_at)),
      (4, 'CONVERTED', l.converted_at), (5, 'DISQUALIFIED', l.disqualified_at)) AS s(step, state, at)
    WHERE ${leadsOf(ctx, kind, id)} AND s.at <= ${ctx.now}`;
}

/** Who was put in charge since it was made, from the change log; what was taken back is not told. */
function owners(ctx: Ctx, kind: Kind, id: number): Prisma.Sql {
  const customer = kind === 'company' || kind === 'contact';
  const itself = customer ? Prisma.sql`UNION ALL SELECT ${kind}, ${id}::int, NULL` : Prisma.empty;
  return Prisma.sql`UNION ALL
    SELECT 'OWNER', c.at, e.id, ${nameIn('before')}, NULL, NULL, FALSE, ${nameIn('after')}, r.name, NULL, NULL, NULL, NULL
    FROM (
      SELECT 'deal' AS record, d.id, d.title AS name FROM deal d WHERE ${dealsOf(ctx, kind, id)}
      UNION ALL SELECT 'lead', l.id, l.name FROM lead l WHERE ${leadsOf(ctx, kind, id)}
      ${itself}) r
    JOIN change_entry e ON e.record = r.record AND e.row_id = r.id
      AND e.before -> 'ownerId' IS NOT NULL AND e.after -> 'ownerId' IS NOT NULL
    JOIN change c ON c.id = e.change_id AND c.at <= ${ctx.now} AND c.undoes_id IS NULL AND ${stood(ctx)}`;
}

/** Whether a change `c` stood at `ctx.now`: what was taken back may have been brought back. */
const stood = ({ now }: Ctx) => Prisma.sql`(
  WITH RECURSIVE chain AS (
    SELECT c.id, 0 AS depth
    UNION ALL SELECT u.id, depth + 1 FROM chain JOIN change u ON u.undoes_id = chain.id AND u.at <= ${now}
  ) SELECT max(depth) % 2 = 0 FROM chain)`;

const nameIn = (side: 'before' | 'after') =>
  Prisma.sql`(SELECT name FROM member WHERE id = (e.${Prisma.raw(side)} ->> 'ownerId')::int)`;

/** Which columns are there, the kind says. */
function momentOf({ kind, at, on, reason, state, ...row }: Row): Moment {
  if (kind === 'LEAD') return { kind, at, state: state ?? 'NEW', lead: on ?? '' };
  if (kind === 'STAGE')
    return { kind, at, reason, deal: on ?? '', nameVi: row.nameVi ?? '', nameEn: row.nameEn ?? '' };
  const { text, outcome, minutes, by, inbound } = row;
  if (kind === 'OWNER') return { kind, at, from: text, to: by, on };
  return { kind, at, text: text ?? '', outcome, minutes, by, inbound, on };
}
