import { Prisma } from '../../db/client.ts';
import { kept } from '../../db/kept.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Day } from '../../lib/dates/index.ts';
import { fold } from '../../lib/fold.ts';
import type { Money } from '../../lib/money/index.ts';
import { type Changed, change, type Log } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { mayAdd } from '../visibility.ts';
import { type Customers, customersOf } from './customers.ts';
import type { Stage } from './stages.ts';
import { type DealRow, type DealView, dealRow, readDeal } from './view.ts';

export interface NewDeal {
  readonly title: string;
  /** Null where it is not known yet. */
  readonly amount: Money | null;
  /** Left out: the one of the contact. */
  readonly companyId?: number | undefined;
  readonly contactId?: number | undefined;
  readonly leadId?: number | undefined;
  /** Left out: the person who opens it. */
  readonly ownerId?: number | undefined;
  readonly productId?: number | undefined;
  readonly source?: string | undefined;
  readonly close?: Day | undefined;
  /** Values of custom fields by their number. */
  readonly custom?: object | undefined;
  /** The stages meant (of any pipeline); left out: the first stage of the first pipeline. */
  readonly stages?: readonly Stage[] | undefined;
}

type Opening = Omit<NewDeal, 'companyId' | 'contactId'> & Customers;

/** Opens a deal, with the event that it entered its first stage, and with customers who are new. */
export const openDeal = (ctx: Ctx, { company, contact, ...deal }: Opening): Promise<Changed<DealView>> =>
  change(ctx, 'deal.add', async (log) => {
    const { companyId, contactId } = await customersOf(ctx, log, { company, contact }, deal);
    return dealOpened(ctx, log, {
      ...deal,
      companyId: companyId ?? undefined,
      contactId: contactId ?? undefined,
    });
  });

/** The same as a part of another change. Written and told of in one statement. */
export async function dealOpened(ctx: Ctx, { tx, created }: Log, input: NewDeal): Promise<DealView> {
  mayAdd(ctx, 'deal');
  const [stage] = input.stages ?? [];
  if (stage && stage.kind !== 'OPEN') refuse('deal.starts_open');
  const first = stage
    ? Prisma.sql`SELECT id, pipeline_id FROM stage WHERE id = ${stage.id}`
    : Prisma.sql`SELECT s.id, s.pipeline_id FROM stage s JOIN pipeline p ON p.id = s.pipeline_id
        WHERE s.kind = 'OPEN' ORDER BY p.position, s.position LIMIT 1`;
  const [row] = await tx.$queryRaw<DealRow[]>`${kept}
    WITH first AS (${first}),
    opened AS (
      INSERT INTO deal (title, folded, amount, currency, pipeline_id, company_id, contact_id, lead_id, owner_id,
        product_id, source, expected_close_on, custom, created_at)
      SELECT ${input.title}, ${fold(input.title)}, ${input.amount?.amount ?? null}::numeric,
        ${input.amount?.currency ?? ctx.currency}, pipeline_id,
        coalesce(${input.companyId ?? null}::int, (SELECT company_id FROM contact WHERE id = ${input.contactId ?? null}::int)),
        ${input.contactId ?? null}::int, ${input.leadId ?? null}::int,
        ${input.ownerId ?? ctx.member?.id ?? null}::int, ${input.productId ?? null}::int, ${input.source ?? null},
        ${input.close ?? null}::date, ${JSON.stringify(input.custom ?? {})}::jsonb, ${ctx.now}
      FROM first RETURNING *),
    entered AS (
      INSERT INTO stage_event (deal_id, stage_id, at)
      SELECT opened.id, first.id, ${ctx.now} FROM opened, first RETURNING *)
    ${dealRow(Prisma.sql`opened`, Prisma.sql`entered`, ctx.sight)}`;
  const deal = readDeal(row as DealRow);
  created('deal', deal.id);
  created('stageEvent', deal.event.id);
  return deal;
}
