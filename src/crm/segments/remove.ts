import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { lockSegment, type Segment } from './segment.ts';

/** Takes a segment away; the records in it stay as they are. */
export function removeSegment(ctx: Ctx, { id, name }: Segment): Promise<Changed<Segment>> {
  return change(ctx, 'segment.remove', async ({ tx, deleted }) => {
    const segment = await lockSegment(ctx, tx, id, name);
    await tx.segment.delete({ where: { id } });
    deleted('segment', { ...segment });
    return segment;
  });
}
