import { refuse } from '../../i18n/refusal.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { setApart } from './apart.ts';
import { mergeable } from './merge.ts';

/** Says that two records are not the same; for those who may change both. */
export async function tellApart(
  ctx: Ctx,
  kind: Profiled,
  one: number,
  other: number,
): Promise<Changed<void>> {
  return change(ctx, 'crm.distinct', async (log) => {
    const within = { ...ctx, db: log.tx };
    await log.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('twins'))`;
    await mergeable(within, kind, one);
    await mergeable(within, kind, other);
    const where = { record: kind, a: Math.min(one, other), b: Math.max(one, other) };
    if (await log.tx.distinctPair.findFirst({ where }))
      refuse('distinct.already', { record: code(kind, one), other: code(kind, other) });
    await setApart(log, ctx, kind, one, [{ kind, id: other }]);
  });
}
