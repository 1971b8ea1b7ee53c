import { refuse } from '../../i18n/refusal.ts';
import type { Day } from '../../lib/dates/index.ts';
import { fold } from '../../lib/fold.ts';
import type { Money } from '../../lib/money/index.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import type { Stage } from './stages.ts';
import { type DealView, viewDeal } from './view.ts';

export interface NewDeal {
  readonly title: string;
  readonly amount: Money;
  readonly companyId?: number | undefined;
  readonly contactId?: number | undefined;
  readonly leadId?: number | undefined;
  /** Left out: the person who opens it. */
  readonly ownerId?: number | undefined;
  readonly productId?: number | undefined;
  readonly source?: string | undefined;
  readonly close?: Day | undefined;
  /** The stages meant (of any pipeline); left out: the first stage of the first pipeline. */
  readonly stages?: readonly Stage[] | undefined;
}

/** Opens a deal, with the event that it entered its first stage. */
export async function openDeal(ctx: Ctx, input: NewDeal): Promise<Changed<DealView>> {
  return change(ctx, 'deal.add', async ({ tx, created }) => {
    const stage =
      input.stages?.[0] ??
      (await tx.stage.findFirstOrThrow({
        where: { kind: 'OPEN' },
        orderBy: [{ pipeline: { position: 'asc' } }, { position: 'asc' }],
      }));
    if (stage.kind !== 'OPEN') refuse('deal.starts_open');
    const deal = await tx.deal.create({
      data: {
        title: input.title,
        folded: fold(input.title),
        amount: input.amount.amount,
        currency: input.amount.currency,
        pipelineId: stage.pipelineId,
        companyId: input.companyId ?? null,
        contactId: input.contactId ?? null,
        leadId: input.leadId ?? null,
        ownerId: input.ownerId ?? ctx.member?.id ?? null,
        productId: input.productId ?? null,
        source: input.source ?? null,
        expectedCloseOn: input.close ? new Date(input.close) : null,
        createdAt: ctx.now,
        events: { create: { stageId: stage.id, at: ctx.now } },
      },
      include: { events: { select: { id: true } } },
    });
    created('deal', deal.id);
    for (const event of deal.events) created('stageEvent', event.id);
    // Seen as somebody who sees all: a rep may open a deal for another team.
    return (await viewDeal({ ...ctx, db: tx, sight: 'all' }, deal.id)) as DealView;
  });
}
