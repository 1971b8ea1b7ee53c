import type { Profiled } from '../attributes/attributes.ts';
import type { Log } from '../changes/change.ts';
import type { Ctx } from '../context.ts';

/** Notes that records of one kind are not the same one, so that nobody is asked about them again. */
export async function setApart(
  { tx, created }: Log,
  ctx: Ctx,
  kind: Profiled,
  id: number,
  others: readonly { readonly kind: Profiled; readonly id: number }[],
): Promise<void> {
  for (const other of others.filter((one) => one.kind === kind)) {
    const pair = { record: kind, a: Math.min(id, other.id), b: Math.max(id, other.id) };
    if (await tx.distinctPair.findUnique({ where: { record_a_b: pair } })) continue;
    const { id: row } = await tx.distinctPair.create({ data: { ...pair, createdAt: ctx.now } });
    created('distinctPair', row);
  }
}
