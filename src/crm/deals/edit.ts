import { refuse } from '../../i18n/refusal.ts';
import type { Day } from '../../lib/dates/index.ts';
import { fold } from '../../lib/fold.ts';
import type { Money } from '../../lib/money/index.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { customColumn } from '../custom/fields.ts';
import { mayChange } from '../visibility.ts';
import { type DealView, viewDeal } from './view.ts';

/** What may be edited: undefined leaves as it is, null clears. Custom fields go by `x12`. */
export interface DealEdit extends Said {
  readonly title?: string | null | undefined;
  readonly amount?: Money | null | undefined;
  readonly companyId?: number | null | undefined;
  readonly contactId?: number | null | undefined;
  readonly ownerId?: number | null | undefined;
  readonly productId?: number | null | undefined;
  readonly source?: string | null | undefined;
  readonly close?: Day | null | undefined;
}

/** Changes facts of a deal; its stage is changed by `enterStage` alone. Refuses when nothing would change. */
export async function editDeal(ctx: Ctx, dealId: number, edit: DealEdit): Promise<Changed<DealView>> {
  return change(ctx, 'deal.edit', async ({ tx, updated }) => {
    await tx.$queryRaw`SELECT id FROM deal WHERE id = ${dealId} FOR UPDATE`;
    const seen =
      (await viewDeal({ ...ctx, db: tx }, dealId)) ?? refuse('deal.none', { deal: code('deal', dealId) });
    mayChange(ctx, 'deal', seen.ownerId, seen.title);
    const before = await tx.deal.findUniqueOrThrow({ where: { id: dealId } });
    const data = columns(edit, before.custom);
    // A form shows nothing of a link that is out of its reader's sight: sent empty, it clears none.
    if (data.companyId === null && !seen.company) data.companyId = undefined;
    if (data.contactId === null && !seen.contact) data.contactId = undefined;
    const after = await tx.deal.update({ where: { id: dealId }, data });
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    updated('deal', dealId, before, after);
    return (await viewDeal({ ...ctx, db: tx }, dealId, 'all')) as DealView;
  });
}

function columns({ title, amount, close, ...rest }: DealEdit, held: unknown) {
  const { companyId, contactId, ownerId, productId, source } = rest;
  return {
    ...{ companyId, contactId, ownerId, productId, source },
    ...customColumn(rest, held),
    ...(title && { title, folded: fold(title) }),
    ...(amount === null ? { amount: null } : amount && { amount: amount.amount, currency: amount.currency }),
    ...(close !== undefined && { expectedCloseOn: close && new Date(close) }),
  };
}
