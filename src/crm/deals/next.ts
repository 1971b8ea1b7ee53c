import { dealsOf } from '../activities/scope.ts';
import type { Ctx } from '../context.ts';

/** An open deal with the day on which it is expected to close. */
export interface NextClose {
  readonly id: number;
  readonly title: string;
  readonly expectedCloseOn: Date;
}

/** Of the open deals of a customer, the one that is expected to close first. */
export async function nextClose(
  ctx: Ctx,
  kind: 'contact' | 'company',
  id: number,
): Promise<NextClose | null> {
  const [next] = await ctx.db.$queryRaw<NextClose[]>`
    SELECT d.id, d.title, d.expected_close_on AS "expectedCloseOn" FROM deal d
    CROSS JOIN LATERAL (
      SELECT v.stage_id FROM stage_event v
      WHERE v.deal_id = d.id AND v.at <= ${ctx.now} AND (v.revoked_at IS NULL OR v.revoked_at > ${ctx.now})
      ORDER BY v.at DESC, v.id DESC LIMIT 1
    ) e
    JOIN stage s ON s.id = e.stage_id AND s.kind = 'OPEN'
    WHERE ${dealsOf(ctx, kind, id)} AND d.created_at <= ${ctx.now} AND d.expected_close_on IS NOT NULL
    ORDER BY d.expected_close_on, d.id LIMIT 1`;
  return next ?? null;
}
