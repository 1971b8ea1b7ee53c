import type { Lead } from '../../db/client.ts';
import { reachesOf, type Said } from '../attributes/columns.ts';
import type { Ctx } from '../context.ts';
import { carriedCustom } from '../custom/carried.ts';

/** What a lead says of the person that it becomes … */
export const ofPerson = ({ custom }: Ctx, lead: Lead) =>
  ({
    phone: reachesOf(lead.phone, lead.phones),
    email: reachesOf(lead.email, lead.emails),
    region: lead.region,
    tags: lead.tags,
    note: lead.note,
    ...carriedCustom(custom, lead.custom, ['lead', 'contact']),
  }) satisfies Said;

/** … and of their company. */
export const ofCompany = ({ custom }: Ctx, lead: Lead) =>
  ({
    industry: lead.industry,
    employees: lead.employees,
    region: lead.region,
    ...carriedCustom(custom, lead.custom, ['lead', 'company']),
  }) satisfies Said;
