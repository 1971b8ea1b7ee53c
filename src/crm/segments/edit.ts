import { refuse } from '../../i18n/refusal.ts';
import { fold } from '../../lib/fold.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { fitting } from '../filter/where.ts';
import { lockSegment, type Segment } from './segment.ts';

/** Undefined leaves as it is. */
export interface SegmentEdit {
  readonly name?: string | undefined;
  readonly filter?: string | undefined;
}

/** Gives a segment another name or filter. */
export async function editSegment(ctx: Ctx, segment: Segment, edit: SegmentEdit): Promise<Changed<Segment>> {
  const { name, filter } = edit;
  if (filter) await fitting(ctx, segment.record as Kind, filter);
  return change(ctx, 'segment.edit', async ({ tx, updated }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('segment'))`;
    const before = await lockSegment(ctx, tx, segment.id, segment.name);
    const folded = name && fold(name);
    const other = folded ? await tx.segment.findUnique({ where: { folded } }) : null;
    if (other && other.id !== before.id) refuse('segment.exists', { segment: other.name });
    const data = { ...(name && { name, folded: fold(name) }), ...(filter && { filter }) };
    const after = await tx.segment.update({ where: { id: before.id }, data });
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    updated('segment', before.id, before, after);
    return after;
  });
}
