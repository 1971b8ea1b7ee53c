import { companyCard } from '../../cards/customer.ts';
import { withWas } from '../../cards/merge.ts';
import { withTimeline } from '../../cards/timeline.ts';
import { timeline } from '../../crm/activities/timeline.ts';
import { code } from '../../crm/codes.ts';
import { viewCompany } from '../../crm/companies/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { nextClose } from '../../crm/deals/next.ts';
import { nextStep } from '../../crm/tasks/next.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { company, order, page, share, sharedOrPrivate } from '../fields.ts';
import { offered } from '../records/offered.ts';

export const companyShow = defineCommand({
  id: 'company.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { company, order, share, page },
  positional: ['company'],
  async run(ctx, { company, ...asked }) {
    const { id } = company;
    const [view, deals, events, step, close] = await Promise.all([
      viewCompany(ctx, id),
      listDeals(ctx, { companyId: id, size: 5 }),
      timeline(ctx, 'company', id, asked.page),
      nextStep(ctx, 'company', id),
      nextClose(ctx, 'company', id),
    ]);
    if (!view) return refuse('record.none', { record: code('company', id) });
    const about = { kind: 'company', id, ...asked } as const;
    const card = companyCard(ctx, view, deals, offered(ctx, 'company', view.ownerId));
    return withWas(ctx.t, company, withTimeline(ctx.t, card, events, about, { step, close }));
  },
});
