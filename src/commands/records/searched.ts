import type { Searched } from '../../cards/parts.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Kind } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { elsewhere } from '../../crm/filter/elsewhere.ts';

/** What was looked for in a list, and where else it is found where nothing else was asked for and nothing fits. */
export async function searched(
  ctx: Ctx,
  kind: Kind,
  { filter, ...more }: Wire,
  total: number,
): Promise<Searched | undefined> {
  if (!filter) return undefined;
  const alone = Object.keys(more).length === 0;
  return { text: filter, elsewhere: alone && total === 0 ? await elsewhere(ctx, kind, filter) : [] };
}
