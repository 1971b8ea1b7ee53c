import { refuse } from '../../i18n/refusal.ts';
import { fold } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { fitting } from '../filter/where.ts';
import type { Segment } from './segment.ts';

export interface NewSegment {
  readonly name: string;
  readonly record: Kind;
  readonly filter: string;
}

/** Names a filter for everybody. Refuses one that cannot be read, and a name that another has. */
export async function addSegment(ctx: Ctx, { name, record, filter }: NewSegment): Promise<Changed<Segment>> {
  await fitting(ctx, record, filter);
  return change(ctx, 'segment.add', async ({ tx, created }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('segment'))`;
    const folded = fold(name);
    if (await tx.segment.findUnique({ where: { folded } })) refuse('segment.exists', { segment: name });
    const data = { name, folded, record, filter, memberId: ctx.member?.id ?? null, createdAt: ctx.now };
    const segment = await tx.segment.create({ data });
    created('segment', segment.id);
    return segment;
  });
}
