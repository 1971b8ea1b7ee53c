import { companyCard } from '../../cards/customer.ts';
import { done } from '../../cards/parts.ts';
import { addCompany } from '../../crm/companies/add.ts';
import { type CompanyView, viewCompany } from '../../crm/companies/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { defineCommand } from '../define.ts';
import { apart } from '../fields.ts';
import { orChoose } from '../records/twins.ts';
import { companyFields } from './fields.ts';

export const companyAdd = defineCommand({
  id: 'company.add',
  access: 'rep',
  reply: 'channel',
  fields: { ...companyFields, apart },
  positional: ['name'],
  anywhere: ['phone', 'email'],
  custom: 'company',
  async run(ctx, input) {
    const { value, changeId } = await orChoose(ctx, 'company', input, () => addCompany(ctx, input));
    const view = (await viewCompany(ctx, value, 'all')) as CompanyView;
    const deals = await listDeals(ctx, { companyId: value, size: 5 });
    return done(ctx.t, companyCard(ctx, view, deals), [ctx.t('company.added')], changeId);
  },
});
