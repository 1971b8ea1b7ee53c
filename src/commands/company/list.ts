import { companyListCard } from '../../cards/customers.ts';
import { optional } from '../../chat/field.ts';
import { listCompanies } from '../../crm/companies/list.ts';
import { defineCommand } from '../define.ts';
import { filter, page, share, sharedOrPrivate } from '../fields.ts';

export const companyList = defineCommand({
  id: 'company.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { filter: optional(filter), share, page },
  positional: ['filter'],
  async run(ctx, { filter, page }) {
    const list = await listCompanies(ctx, { filter, page });
    return companyListCard(ctx.t, list, { command: 'company.list', wire: filter ? { filter } : {} }, filter);
  },
});
