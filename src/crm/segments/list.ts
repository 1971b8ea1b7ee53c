import { Refusal } from '../../i18n/refusal.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { fitting } from '../filter/where.ts';
import { countOf } from '../records/page.ts';
import type { Segment } from './segment.ts';

export interface CountedSegment extends Segment {
  /** How many the asker sees in it now; or why its filter no longer reads: a field is gone, somebody was renamed. */
  readonly count: number | string;
}

/** All segments by name, each with who is in it at this moment. */
export async function listSegments(ctx: Ctx): Promise<CountedSegment[]> {
  const where = { createdAt: { lte: ctx.now } };
  const segments = await ctx.db.segment.findMany({ where, orderBy: { folded: 'asc' } });
  const counted: CountedSegment[] = [];
  for (const segment of segments) counted.push({ ...segment, count: await countIn(ctx, segment) });
  return counted;
}

async function countIn(ctx: Ctx, { record, filter }: Segment): Promise<number | string> {
  try {
    return await countOf(ctx, record as Kind, await fitting(ctx, record as Kind, filter));
  } catch (error) {
    if (error instanceof Refusal) return error.in(ctx.t);
    throw error;
  }
}
