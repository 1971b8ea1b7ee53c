import { refuse } from '../../i18n/refusal.ts';
import { addDays, type Day, dayOf } from '../../lib/dates/index.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { mayChange } from '../visibility.ts';
import { viewDeal } from './view.ts';

export interface Snoozed {
  readonly title: string;
  /** The day from which its owner may be told about it again. */
  readonly until: Day;
}

/** No reminder about a deal for so many days, counted from today. Again: counted anew. */
export async function snoozeDeal(ctx: Ctx, dealId: number, days: number): Promise<Changed<Snoozed>> {
  return change(ctx, 'deal.snooze', async ({ tx, updated }) => {
    await tx.$queryRaw`SELECT id FROM deal WHERE id = ${dealId} FOR UPDATE`;
    const deal =
      (await viewDeal({ ...ctx, db: tx }, dealId)) ?? refuse('deal.none', { deal: code('deal', dealId) });
    mayChange(ctx, 'deal', deal.ownerId, deal.title);
    if (deal.stage.kind !== 'OPEN') refuse('snooze.closed', { deal: deal.title });
    const until = addDays(dayOf(ctx.now, ctx.zone), days);
    const before = { snoozedUntil: deal.snoozedUntil };
    const after = await tx.deal.update({
      where: { id: dealId },
      data: { snoozedUntil: new Date(until) },
      select: { snoozedUntil: true },
    });
    updated('deal', dealId, before, after);
    return { title: deal.title, until };
  });
}
