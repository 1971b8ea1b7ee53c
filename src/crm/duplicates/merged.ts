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
