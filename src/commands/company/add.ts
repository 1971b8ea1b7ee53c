import { companyCard } from '../../cards/customer.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { number, phone, text } from '../../chat/fields.ts';
import { addCompany } from '../../crm/companies/add.ts';
import { type CompanyView, viewCompany } from '../../crm/companies/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { defineCommand } from '../define.ts';

export const companyAdd = defineCommand({
  id: 'company.add',
  access: 'rep',
  reply: 'channel',
  fields: {
    name: text({ max: 120 }),
    industry: optional(text({ max: 80 })),
    phone: optional(phone()),
    employees: optional(number({ min: 1, max: 10_000_000 })),
    website: optional(text({ max: 200 })),
    taxCode: optional(text({ max: 20 })),
    country: optional(text({ max: 80 })),
  },
  positional: ['name'],
  async run(ctx, input) {
    const { value, changeId } = await addCompany(ctx, input);
    const view = (await viewCompany(ctx, value)) as CompanyView;
    const deals = await listDeals(ctx, { companyId: value, size: 5 });
    return done(ctx.t, companyCard(ctx.t, view, deals), [ctx.t('company.added')], changeId);
  },
});
