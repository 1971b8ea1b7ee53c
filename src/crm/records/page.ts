import { quoted } from '../../db/bulk.ts';
import type { Prisma } from '../../db/client.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';

export interface Paging {
  readonly page: number;
  /** How many fit in all, and how many come after this page. */
  readonly total: number;
  readonly left: number;
}

const size = 10;

/** The numbers of the records `r` for which `where` holds, the newest first, a page at a time, with the total. */
export async function pageOf(
  ctx: Ctx,
  kind: Kind,
  where: Prisma.Sql,
  page = 1,
): Promise<Paging & { readonly ids: readonly number[] }> {
  const [found] = await ctx.db.$queryRaw<[{ total: number; ids: number[] }]>`
    WITH fit AS (SELECT r.id, r.created_at FROM ${quoted(kind)} r WHERE ${where})
    SELECT (SELECT count(*)::int FROM fit) AS total, ARRAY(
      SELECT id FROM fit ORDER BY created_at DESC, id DESC LIMIT ${size} OFFSET ${(page - 1) * size}) AS ids`;
  const { total, ids } = found;
  return { total, ids, page, left: Math.max(0, total - (page - 1) * size - ids.length) };
}

/** How many records `r` there are for which `where` holds. */
export async function countOf(ctx: Ctx, kind: Kind, where: Prisma.Sql): Promise<number> {
  const [found] = await ctx.db.$queryRaw<[{ total: number }]>`
    SELECT count(*)::int AS total FROM ${quoted(kind)} r WHERE ${where}`;
  return found.total;
}

/** Rows in the order of their numbers. */
export const inOrder = <T extends { readonly id: number }>(ids: readonly number[], rows: readonly T[]): T[] =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
