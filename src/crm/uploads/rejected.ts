import type { Prisma } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { mine, type Upload } from './own.ts';

/** A row that is left out, and why. */
interface Left {
  readonly row: number;
}

/** Characters of JSON that are kept of them: some fifty thousand rows. */
const most = 8_000_000;

/** As many of them as are kept, the first of the file first. */
export function kept<T extends Left>(rejected: readonly T[]): readonly T[] {
  const sorted = rejected.toSorted((a, b) => a.row - b.row);
  let size = 0;
  const end = sorted.findIndex((one) => {
    size += JSON.stringify(one).length;
    return size > most;
  });
  return end < 0 ? sorted : sorted.slice(0, end);
}

/** As JSON. Cast, for Prisma's type of it wants an index signature, which rows of a known shape have not. */
export const stored = (rejected: readonly Left[]) => [...rejected] as unknown as Prisma.InputJsonObject[];

/** Keeps what an import would leave out for the file that follows, where all of it is kept and nothing else came of it. */
export async function keepRejected(
  ctx: Ctx,
  { id, edition }: Upload,
  rejected: readonly Left[],
): Promise<void> {
  const rows = kept(rejected);
  if (rows.length < rejected.length) return;
  await ctx.db.upload.updateMany({
    where: { ...mine(ctx), id, edition, changeId: null },
    data: { rejected: stored(rows) },
  });
}

/** The rows that were kept, and of how many in all; null where none were. */
export async function rejectedOf(
  ctx: Ctx,
  { id }: Upload,
): Promise<{ readonly rows: unknown; readonly all: number } | null> {
  const found = await ctx.db.upload.findFirst({
    where: { ...mine(ctx), id },
    select: { rejected: true, changeId: true },
  });
  const { rejected: rows, changeId } = found ?? refuse('import.gone');
  if (!Array.isArray(rows)) return null;
  const run = changeId === null ? null : await ctx.db.importRun.findUnique({ where: { changeId } });
  return { rows, all: run?.rejected ?? rows.length };
}
