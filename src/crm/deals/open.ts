import { refuse } from '../../i18n/refusal.ts';
import type { Day } from '../../lib/dates/index.ts';
import { fold } from '../../lib/fold.ts';
import type { Money } from '../../lib/money/index.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { every, mayAdd } from '../visibility.ts';
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
  mayAdd(ctx, 'deal');
  return change(ctx, 'deal.add', async ({ tx, created }) => {
    const stage =
      input.stages?.[0] ??
      (await tx.stage.findFirstOrThrow({
        where: { kind: 'OPEN' },
        orderBy: [{ pipeline: { position: 'asc' } }, { position: 'asc' }],
      }));
    if (stage.kind !== 'OPEN') refuse('deal.starts_open');
    const [made] = await tx.$queryRaw<{ id: number; eventId: number }[]>`
      WITH made AS (
        INSERT INTO deal (title, folded, amount, currency, pipeline_id, company_id, contact_id, lead_id, owner_id,
          product_id, source, expected_close_on, created_at)
        VALUES (${input.title}, ${fold(input.title)}, ${input.amount.amount}::numeric, ${input.amount.currency},
          ${stage.pipelineId}, ${input.companyId ?? null}, ${input.contactId ?? null}, ${input.leadId ?? null},
          ${input.ownerId ?? ctx.member?.id ?? null}, ${input.productId ?? null}, ${input.source ?? null}, ${input.close ?? null}::date, ${ctx.now})
        RETURNING id)
      INSERT INTO stage_event (deal_id, stage_id, at) SELECT id, ${stage.id}, ${ctx.now} FROM made
      RETURNING deal_id AS id, id AS "eventId"`;
    const { id, eventId } = made as { id: number; eventId: number };
    created('deal', id);
    created('stageEvent', eventId);
    // Seen as somebody who sees all: a rep may open a deal for another team.
    return (await viewDeal({ ...ctx, db: tx, sight: every('all') }, id)) as DealView;
  });
}
