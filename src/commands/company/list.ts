import { companyListCard } from '../../cards/customers.ts';
import { optional } from '../../chat/field.ts';
import type { Wire } from '../../chat/wire.ts';
import { listCompanies } from '../../crm/companies/list.ts';
import { defineCommand } from '../define.ts';
import { filter, page, share, sharedOrPrivate } from '../fields.ts';
import { searched } from '../records/searched.ts';

export const companyList = defineCommand({
  id: 'company.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { filter: optional(filter), share, page },
  positional: ['filter'],
  async run(ctx, { filter, page }) {
    const list = await listCompanies(ctx, { filter, page });
    const wire: Wire = filter ? { filter } : {};
    const asked = await searched(ctx, 'company', wire, list.total);
    return companyListCard(ctx.t, list, { command: 'company.list', wire }, asked);
  },
});
