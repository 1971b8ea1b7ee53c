import type { Segment as Row } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { leads } from '../visibility.ts';

export type Segment = Row;

/** Refuses to change a segment that somebody else made; managers change all. */
export function mayChangeSegment(ctx: Ctx, { name, memberId }: Segment): void {
  if (!leads(ctx) && (memberId === null || memberId !== ctx.member?.id)) refuse('access.others', { name });
}

/** A segment, locked for what is about to change it; refuses where it is gone or somebody else's. */
export async function lockSegment(ctx: Ctx, tx: Ctx['db'], id: number, name: string): Promise<Segment> {
  await tx.$queryRaw`SELECT id FROM segment WHERE id = ${id} FOR UPDATE`;
  const segment =
    (await tx.segment.findUnique({ where: { id } })) ?? refuse('segment.none', { segment: name });
  mayChangeSegment(ctx, segment);
  return segment;
}
