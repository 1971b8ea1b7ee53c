import { quoted } from '../../db/bulk.ts';
import { Prisma, type Tx } from '../../db/client.ts';
import type { Kind } from '../codes.ts';

/** A record that somebody has. */
export interface Theirs {
  readonly kind: Kind;
  readonly id: number;
  /** The company that it is about, or that it is. */
  readonly customer: number | null;
  readonly open: boolean;
  /** Of a deal. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** Of a lead. */
  readonly assignedAt: Date | null;
  readonly acceptedAt: Date | null;
}

const none = Prisma.sql`NULL::text AS amount, NULL::text AS currency, NULL::timestamptz AS "assignedAt", NULL::timestamptz AS "acceptedAt"`;
const columns: Readonly<Record<Kind, Prisma.Sql>> = {
  deal: Prisma.sql`r.company_id AS customer, r.amount::text AS amount, r.currency,
    NULL::timestamptz AS "assignedAt", NULL::timestamptz AS "acceptedAt",
    (SELECT s.kind = 'OPEN' FROM stage_event e JOIN stage s ON s.id = e.stage_id
      WHERE e.deal_id = r.id AND e.revoked_at IS NULL ORDER BY e.at DESC, e.id DESC LIMIT 1) AS open`,
  lead: Prisma.sql`r.company_id AS customer, NULL::text AS amount, NULL::text AS currency,
    r.assigned_at AS "assignedAt", r.accepted_at AS "acceptedAt",
    r.status NOT IN ('CONVERTED', 'DISQUALIFIED') AS open`,
  contact: Prisma.sql`r.company_id AS customer, TRUE AS open, ${none}`,
  company: Prisma.sql`r.id AS customer, TRUE AS open, ${none}`,
};

/** What a member has of one kind, nobody else's to change until the end of the transaction; what is closed only with `all`. */
export async function theirs(tx: Tx, kind: Kind, ownerId: number, all: boolean): Promise<Theirs[]> {
  const rows = await tx.$queryRaw<Omit<Theirs, 'kind'>[]>`
    SELECT r.id, ${columns[kind]} FROM ${quoted(kind)} r WHERE r.owner_id = ${ownerId} ORDER BY r.id FOR UPDATE OF r`;
  return rows.filter(({ open }) => open || all).map((row) => ({ ...row, kind }));
}
