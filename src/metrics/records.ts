import { code, type Kind } from '../crm/codes.ts';
import { Prisma } from '../db/client.ts';
import type { Asker, Measured } from './measured.ts';

/** A record that was counted, and what it counts as. */
export interface CountedRecord {
  /** `D-42`. */
  readonly id: string;
  readonly name: string;
  /** Seconds where the figure is a length of time, an amount where it is money, else an outcome (`WON`, `MQL`), a source or nothing. */
  readonly part: string | null;
}

/** The first records behind a figure, latest first. */
export async function recordsOf(ctx: Asker, { receipt }: Measured, limit: number): Promise<CountedRecord[]> {
  const rows = await ctx.db.$queryRaw<{ kind: Kind; id: number; name: string; part: string | null }[]>`
    SELECT * FROM (${receipt.counted}) counted LIMIT ${limit}`;
  return rows.map(({ kind, id, name, part }) => ({ id: code(kind, id), name, part }));
}

/** Lists a population of deals, the latest to enter its stage first, each with what it counts as. */
export function dealRecords(population: Prisma.Sql, part: Prisma.Sql, where = Prisma.sql`TRUE`): Prisma.Sql {
  return Prisma.sql`
    SELECT 'deal' AS kind, id, title AS name, (${part})::text AS part
    FROM ${population} p WHERE ${where} ORDER BY entered_at DESC, id DESC`;
}

/** Lists a population of leads, latest first, each with what it counts as. */
export function leadRecords(leads: Prisma.Sql, part: Prisma.Sql, where = Prisma.sql`TRUE`): Prisma.Sql {
  return Prisma.sql`
    SELECT 'lead' AS kind, id, name, (${part})::text AS part FROM ${leads} l WHERE ${where} ORDER BY created_at DESC, id DESC`;
}
