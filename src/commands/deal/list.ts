import { dealListCard } from '../../cards/deals.ts';
import { optional } from '../../chat/field.ts';
import { code } from '../../crm/codes.ts';
import { saidBefore } from '../../crm/filter/said.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import { defineCommand } from '../define.ts';
import { company, filter, ownerOrNobodyCalled, page, share, sharedOrPrivate, stage } from '../fields.ts';
import { ownerText } from '../lookups/members.ts';
import { searched } from '../records/searched.ts';
import { listed } from './listed.ts';

/** Deals by stage, owner or company, the open ones where no stage was said; or all that fit a filter or words. */
export const dealList = defineCommand({
  id: 'deal.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: {
    stage: optional(stage),
    owner: optional(ownerOrNobodyCalled),
    company: optional(company),
    filter: optional(filter),
    share,
    page,
  },
  positional: ['filter'],
  anywhere: ['owner'],
  async run(ctx, { owner, company, page, ...asked }) {
    maySeeWorkOf(ctx, 'deal', owner);
    const { list, stages, filter } = await listed(ctx, {
      ...{ stages: asked.stage, filter: asked.filter },
      ...{ ownerId: owner?.id, companyId: company?.id, page },
    });
    const wire = {
      // A name stands for the stages of all pipelines that have it, a number for one.
      ...(stages?.[0] && { stage: stages.length > 1 ? stages[0].nameEn : String(stages[0].id) }),
      ...(owner && { owner: ownerText(owner) }),
      ...(company && { company: String(company.id) }),
      ...(filter && { filter }),
    };
    const all = saidBefore(filter, {
      stage: stages?.map(({ id }) => id).join('|') ?? (filter ? undefined : 'open'),
      owner: owner && ownerText(owner),
      company: company && code('company', company.id),
    });
    return dealListCard(
      ctx.t,
      list,
      { command: 'deal.list', wire },
      { filter: all },
      await searched(ctx, 'deal', wire, list.total),
    );
  },
});
