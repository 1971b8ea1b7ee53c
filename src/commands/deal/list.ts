import { dealListCard } from '../../cards/deals.ts';
import { optional } from '../../chat/field.ts';
import { code } from '../../crm/codes.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { saidBefore } from '../../crm/filter/said.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import { defineCommand } from '../define.ts';
import { company, filter, ownerOrNobody, page, share, sharedOrPrivate, stage } from '../fields.ts';
import { ownerText } from '../lookups/members.ts';

/** Deals by stage, owner or company, the open ones where no stage was said; or all that fit a filter. */
export const dealList = defineCommand({
  id: 'deal.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: {
    stage: optional(stage),
    owner: optional(ownerOrNobody),
    company: optional(company),
    filter: optional(filter),
    share,
    page,
  },
  positional: ['stage'],
  async run(ctx, { stage, owner, company, filter, page }) {
    maySeeWorkOf(ctx, 'deal', owner);
    const list = await listDeals(ctx, {
      ...{ stages: stage, ownerId: owner?.id, companyId: company?.id },
      ...{ filter, page },
    });
    const wire = {
      // A name stands for the stages of all pipelines that have it, a number for one.
      ...(stage?.[0] && { stage: stage.length > 1 ? stage[0].nameEn : String(stage[0].id) }),
      ...(owner && { owner: ownerText(owner) }),
      ...(company && { company: String(company.id) }),
      ...(filter && { filter }),
    };
    const all = saidBefore(filter, {
      stage: stage?.map(({ id }) => id).join('|') ?? (filter ? undefined : 'open'),
      owner: owner && ownerText(owner),
      company: company && code('company', company.id),
    });
    return dealListCard(ctx.t, list, { command: 'deal.list', wire }, { filter: all });
  },
});
