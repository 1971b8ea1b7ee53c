import type { Ctx } from '../context.ts';
import { type Hit, resolveHit } from '../find/search.ts';

/** The company of this very name, where there is one and no other. */
export async function companyCalled(ctx: Ctx, name: string | null | undefined): Promise<Hit | undefined> {
  const known = name ? await resolveHit(ctx, ['company'], name) : [];
  return known.length === 1 && known[0]?.fit === 0 ? known[0] : undefined;
}
