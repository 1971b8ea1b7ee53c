import { companyCard } from '../../cards/customer.ts';
import { withWas } from '../../cards/merge.ts';
import { withTimeline } from '../../cards/timeline.ts';
import { timeline } from '../../crm/activities/timeline.ts';
import { code } from '../../crm/codes.ts';
import { viewCompany } from '../../crm/companies/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { company, share, sharedOrPrivate } from '../fields.ts';

export const companyShow = defineCommand({
  id: 'company.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { company, share },
  positional: ['company'],
  async run(ctx, { company }) {
    const [view, deals, events] = await Promise.all([
      viewCompany(ctx, company.id),
      listDeals(ctx, { companyId: company.id, size: 5 }),
      timeline(ctx, 'company', company.id),
    ]);
    if (!view) return refuse('record.none', { record: code('company', company.id) });
    return withWas(ctx.t, company, withTimeline(ctx.t, companyCard(ctx, view, deals), events, true));
  },
});
