import type { Wire } from '../../chat/wire.ts';
import { code } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { mayEnter, ofKind } from '../../crm/deals/enter.ts';
import type { DealView } from '../../crm/deals/view.ts';
import { dealLookup } from '../lookups/records.ts';

/**
 * For a form that closes a deal: the deal as it stands. Refuses where it is closed so already, has moved since the
 * button was made, or is somebody else's; null where it is not known which deal is meant.
 */
export async function closing(
  ctx: Ctx,
  { deal, from }: Wire,
  kind: 'WON' | 'LOST',
): Promise<DealView | null> {
  const found = deal ? await dealLookup.resolve(ctx, deal) : null;
  if (found?.kind !== 'one') return null;
  const seen = from ? { seen: Number(from) } : {};
  return (await mayEnter(ctx, { dealId: found.value.id, ...seen, to: ofKind(kind) })).deal;
}

/** The field that names it. */
export const named = ({ id }: DealView): Wire => ({ deal: code('deal', id) });
