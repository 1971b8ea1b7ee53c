import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { ranked } from '../find/rank.ts';
import type { Segment } from './segment.ts';

/** All segments by name; a few dozen are read whole. */
export const allSegments = (ctx: Ctx): Promise<Segment[]> =>
  ctx.db.segment.findMany({ orderBy: { folded: 'asc' } });

/** Segments whose name fits, best first. */
export const segmentsFitting = (segments: readonly Segment[], query: string) =>
  ranked(query, segments, ({ name }) => name);

/** The one that is called so; refuses where there is none or more than one fits. */
export async function segmentCalled(ctx: Ctx, name: string): Promise<Segment> {
  const hits = segmentsFitting(await allSegments(ctx), name);
  const best = hits.filter(({ fit }) => fit === hits[0]?.fit);
  const [only, second] = best;
  return only && !second ? only.row : refuse('segment.none', { segment: name });
}
