import type { Db } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import { code, readCode } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { byId, type Hit } from '../find/search.ts';

/** The record that another one, called by its old number, was merged into, if that is there to be seen. */
export async function mergedHit(ctx: Ctx, among: readonly Kind[], text: string): Promise<Hit[]> {
  const named = readCode(text);
  const record = named?.kind ?? among[0];
  if (!named || !record || !among.includes(record) || named.id > 2_147_483_647) return [];
  const where = { record_rowId: { record, rowId: named.id } };
  const gone = await ctx.db.merged.findUnique({ where });
  const hit = gone && (await byId(ctx, record, gone.intoId));
  return hit ? [{ ...hit, was: code(record, named.id) }] : [];
}

/** The leads into which those were merged that another system calls so, by what it calls them. */
export async function leadsMergedInto(db: Db, externalIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ externalId: string; intoId: number }[]>`
    SELECT external_id AS "externalId", into_id AS "intoId" FROM merged
    WHERE record = 'lead' AND external_id = ANY(${[...externalIds]}) ORDER BY id`;
  return new Map(rows.map((row) => [row.externalId, row.intoId]));
}
