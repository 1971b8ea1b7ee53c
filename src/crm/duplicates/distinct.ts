import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import type { Hit } from '../find/search.ts';
import { pairOf, type Ref, setApart } from './apart.ts';
import { lockTwins } from './lock.ts';
import { mergeable } from './merge.ts';
import { among } from './twins.ts';

/** Says that two records, of one kind or a lead and a contact, are not the same; for those who may change both. */
export async function tellApart(ctx: Ctx, one: Hit, other: Hit): Promise<Changed<void>> {
  const [a, b] = [refOf(one), refOf(other)];
  if (!among[a.kind].includes(b.kind)) refuse('distinct.kinds');
  if (a.kind === b.kind && a.id === b.id) refuse('merge.self');
  return change(ctx, 'crm.distinct', async (log) => {
    const within = { ...ctx, db: log.tx };
    await lockTwins(log.tx);
    for (const { kind, id } of [a, b]) await mergeable(within, kind, id);
    if (await log.tx.distinctPair.findUnique({ where: { record_a_b: pairOf(a, b) } }))
      refuse('distinct.already', { record: code(a.kind, a.id), other: code(b.kind, b.id) });
    await setApart(log, ctx, a, [b]);
  });
}

const refOf = ({ kind, id }: Hit): Ref => (kind === 'deal' ? refuse('distinct.kinds') : { kind, id });
