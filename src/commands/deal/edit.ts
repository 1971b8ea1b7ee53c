import { dealCard, withPassed } from '../../cards/deal.ts';
import { done } from '../../cards/parts.ts';
import { kept, optional } from '../../chat/field.ts';
import { day, money, text } from '../../chat/fields.ts';
import { seenKey } from '../../chat/wire.ts';
import { latestChange } from '../../crm/changes/merge.ts';
import { code } from '../../crm/codes.ts';
import { customFieldsOf } from '../../crm/custom/fields.ts';
import { editDeal } from '../../crm/deals/edit.ts';
import { viewDeal } from '../../crm/deals/view.ts';
import { formatDay } from '../../lib/dates/index.ts';
import { formatMoney } from '../../lib/format.ts';
import { defineCommand } from '../define.ts';
import { assignee, companyOrNew, contactOrNew, deal, product, source } from '../fields.ts';
import { dealLookup } from '../lookups/records.ts';
import { customTyped } from '../records/typed.ts';
import { orAsk } from '../records/unsure.ts';

export const dealEdit = defineCommand({
  id: 'deal.edit',
  access: 'rep',
  reply: 'channel',
  fields: {
    deal,
    title: kept(text({ max: 120 })),
    amount: optional(money({ hint: 'hint.amount' })),
    close: optional(day({ prefer: 'future', hint: 'hint.day' })),
    company: optional(companyOrNew),
    owner: optional(assignee),
    contact: optional(contactOrNew),
    product: optional(product),
    source: optional(source),
  },
  positional: ['deal'],
  custom: 'deal',
  asksFor: ['title', 'amount', 'close', 'company', 'owner', 'contact', 'product', 'source'],
  async prefill(ctx, wire) {
    const found = wire.deal ? await dealLookup.resolve(ctx, wire.deal) : null;
    if (found?.kind !== 'one') return {};
    // Read first: what is changed between the two is seen, and counts as not yet seen.
    const seen = await latestChange(ctx.db, 'deal', found.value.id);
    const view = await viewDeal(ctx, found.value.id);
    if (!view) return {};
    return {
      [seenKey]: String(seen),
      deal: code('deal', view.id),
      title: view.title,
      ...(view.amount && { amount: formatMoney(view.amount, ctx.t.locale) }),
      ...(view.expectedCloseOn && {
        close: formatDay(view.expectedCloseOn.toISOString().slice(0, 10), ctx.t.locale),
      }),
      ...(view.company && { company: code('company', view.company.id) }),
      ...(view.owner && { owner: `m${view.owner.id}` }),
      ...(view.contact && { contact: code('contact', view.contact.id) }),
      ...(view.product && { product: `p${view.product.id}` }),
      ...(view.source && { source: view.source }),
      ...customTyped(ctx.t, view.custom, customFieldsOf(ctx.custom, 'deal')),
    };
  },
  async run(ctx, { deal, owner, product, ...rest }) {
    const id = <T extends { id: number }>(record: T | null | undefined) =>
      record === null ? null : record?.id;
    const { value, changeId } = await orAsk('deal.edit', () =>
      editDeal(ctx, deal.id, {
        ...rest,
        ownerId: id(owner),
        productId: id(product),
      }),
    );
    // Of a closed deal it is no plan.
    const close = value.stage.kind === 'OPEN' ? rest.close : null;
    return done(ctx.t, dealCard(ctx, value), withPassed(ctx, ctx.t('deal.edited'), close), changeId);
  },
});
