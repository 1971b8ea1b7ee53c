import { companyCard } from '../../cards/customer.ts';
import { done } from '../../cards/parts.ts';
import { type CompanyView, viewCompany } from '../../crm/companies/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { editRecord } from '../../crm/records/edit.ts';
import { defineCommand } from '../define.ts';
import { apart, company } from '../fields.ts';
import { allOptional, presentValues } from '../records/edit.ts';
import { orChoose } from '../records/twins.ts';
import { companyFields } from './fields.ts';

const fields = allOptional(companyFields);

export const companyEdit = defineCommand({
  id: 'company.edit',
  access: 'rep',
  reply: 'channel',
  fields: { company, ...fields, apart },
  positional: ['company'],
  asksFor: Object.keys(fields) as (keyof typeof fields)[],
  custom: 'company',
  prefill: (ctx, wire) => presentValues(ctx, 'company', wire, 'company', viewCompany),
  async run(ctx, { company, ...said }) {
    const { changeId } = await orChoose(
      ctx,
      'company',
      said,
      () => editRecord(ctx, 'company', company.id, said),
      company.id,
    );
    const view = (await viewCompany(ctx, company.id, 'all')) as CompanyView;
    const deals = await listDeals(ctx, { companyId: company.id, size: 5 });
    return done(ctx.t, companyCard(ctx, view, deals), [ctx.t('record.edited')], changeId);
  },
});
