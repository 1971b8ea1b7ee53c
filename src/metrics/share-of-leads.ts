import { Prisma } from '../db/client.ts';
import { percent } from './exact.ts';
import { type Asker, type Empty, type Measured, receiptOf, type Scope } from './measured.ts';
import { leadRecords } from './records.ts';

interface Share {
  readonly id: Measured['id'];
  /** Among which leads: a table expression. */
  readonly leads: Prisma.Sql;
  /** A condition on them. */
  readonly reached: Prisma.Sql;
  /** What one that fulfils it counts as: `outcome.<this>`. */
  readonly outcome: 'WON' | 'DEAL' | 'MQL' | 'SQL';
  readonly empty: Empty;
}

/** The share of some leads for which something holds, in percent. */
export async function shareOfLeads(ctx: Asker, scope: Scope, share: Share): Promise<Measured> {
  const { id, leads, reached, outcome, empty } = share;
  const [row] = await ctx.db.$queryRaw<[{ all: number; part: number }]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE ${reached}))::int AS part FROM ${leads} l`;
  const { all, part } = row;
  const counted = leadRecords(leads, Prisma.sql`CASE WHEN ${reached} THEN ${outcome} END`);
  return {
    id,
    value: percent(part, all),
    empty: all === 0 ? empty : null,
    unit: 'percent',
    numerator: String(part),
    denominator: String(all),
    count: all,
    excluded: [],
    receipt: receiptOf(ctx, scope, counted, 'lead'),
  };
}
