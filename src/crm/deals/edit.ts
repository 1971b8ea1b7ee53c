import { refuse } from '../../i18n/refusal.ts';
import type { Day } from '../../lib/dates/index.ts';
import { fold } from '../../lib/fold.ts';
import type { Money } from '../../lib/money/index.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import { merged } from '../changes/merge.ts';
import type { Row } from '../changes/record.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { columnsIn } from '../custom/fields.ts';
import { mayChange } from '../visibility.ts';
import { amountColumns } from './amount.ts';
import { type Customers, customersOf } from './customers.ts';
import { type DealView, viewDeal } from './view.ts';

/** What may be edited: undefined leaves as it is, null clears. Custom fields go by `x12`. */
export type DealEdit = Facts & Customers;

interface Facts extends Said {
  readonly title?: string | null | undefined;
  readonly amount?: Money | null | undefined;
  readonly ownerId?: number | null | undefined;
  readonly productId?: number | null | undefined;
  readonly source?: string | null | undefined;
  readonly close?: Day | null | undefined;
}

/**
 * Changes facts of a deal, with customers who are new; its stage is changed by `enterStage` alone. Refuses when nothing
 * would change.
 */
export async function editDeal(
  ctx: Ctx,
  dealId: number,
  { company, contact, ...edit }: DealEdit,
): Promise<Changed<DealView>> {
  return change(ctx, 'deal.edit', async (log) => {
    const { tx, updated } = log;
    await tx.$queryRaw`SELECT id FROM deal WHERE id = ${dealId} FOR UPDATE`;
    const seen =
      (await viewDeal({ ...ctx, db: tx }, dealId)) ?? refuse('deal.none', { deal: code('deal', dealId) });
    mayChange(ctx, 'deal', seen.ownerId, seen.title);
    const before = await tx.deal.findUniqueOrThrow({ where: { id: dealId } });
    // A row of Prisma's has no index signature; it is compared column by column.
    const row = before as unknown as Row & { id: number };
    const { ownerId = before.ownerId } = edit;
    const { companyId } = before;
    const customers = await customersOf(ctx, log, { company, contact }, { ownerId, companyId });
    const fields = await merged({ ...ctx, db: tx }, tx, 'deal', row, fieldsOf(edit, customers));
    const data = columnsIn(fields, before.custom);
    const after = await tx.deal.update({ where: { id: dealId }, data });
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    updated('deal', dealId, before, after);
    return (await viewDeal({ ...ctx, db: tx }, dealId, 'all')) as DealView;
  });
}

/** What is said, field by field as the form names it, in columns of the row. */
function fieldsOf(
  { title, amount, close, ownerId, productId, source, ...custom }: Facts,
  { companyId, contactId }: Awaited<ReturnType<typeof customersOf>>,
) {
  const fields = {
    ...(title && { title: { title, folded: fold(title) } }),
    ...(amount !== undefined && { amount: amountColumns(amount) }),
    ...(close !== undefined && { close: { expectedCloseOn: close && new Date(close) } }),
    ...(companyId !== undefined && { company: { companyId } }),
    ...(contactId !== undefined && { contact: { contactId } }),
    ...(ownerId !== undefined && { owner: { ownerId } }),
    ...(productId !== undefined && { product: { productId } }),
    ...(source !== undefined && { source: { source } }),
  };
  const added = Object.entries(custom).filter(([, value]) => value !== undefined);
  return { ...fields, ...Object.fromEntries(added.map(([name, value]) => [name, { [name]: value }])) };
}
