import { dealCard, withPassed } from '../../cards/deal.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { day, money, text } from '../../chat/fields.ts';
import { customColumn } from '../../crm/custom/fields.ts';
import { openDeal } from '../../crm/deals/open.ts';
import { defineCommand } from '../define.ts';
import { assignee, companyOrNew, contactOrNew, lead, product, source, stage } from '../fields.ts';
import { orAsk } from '../records/unsure.ts';

/** Opens a deal. The amount may be typed the way people write it: 1,2 tỷ, 500tr or $12k. */
export const dealAdd = defineCommand({
  id: 'deal.add',
  access: 'rep',
  reply: 'channel',
  fields: {
    title: text({ max: 120 }),
    amount: money({ hint: 'hint.amount' }),
    company: optional(companyOrNew),
    close: optional(day({ prefer: 'future', hint: 'hint.day' })),
    stage: optional(stage),
    contact: optional(contactOrNew),
    owner: optional(assignee),
    product: optional(product),
    source: optional(source),
    lead: optional(lead),
  },
  positional: ['title', 'amount'],
  custom: 'deal',
  async run(ctx, input) {
    const { value, changeId } = await orAsk('deal.add', () =>
      openDeal(ctx, {
        title: input.title,
        amount: input.amount,
        close: input.close,
        source: input.source,
        stages: input.stage,
        company: input.company,
        contact: input.contact,
        ownerId: input.owner?.id,
        productId: input.product?.id,
        custom: customColumn(input).custom,
        leadId: input.lead?.id,
      }),
    );
    return done(ctx.t, dealCard(ctx, value), withPassed(ctx, ctx.t('deal.added'), input.close), changeId);
  },
});
