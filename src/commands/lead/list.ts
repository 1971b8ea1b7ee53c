import { leadListCard } from '../../cards/lead.ts';
import { optional } from '../../chat/field.ts';
import { period } from '../../chat/fields.ts';
import { saidBefore } from '../../crm/filter/said.ts';
import { listLeads } from '../../crm/leads/list.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import { defineCommand } from '../define.ts';
import { filter, ownerOrNobody, page, share, sharedOrPrivate, sourceBegun } from '../fields.ts';
import { ownerText } from '../lookups/members.ts';
import { status } from './status.ts';

export const leadList = defineCommand({
  id: 'lead.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: {
    period: optional(period({ hint: 'hint.period' })),
    owner: optional(ownerOrNobody),
    source: optional(sourceBegun),
    status: optional(status),
    filter: optional(filter),
    share,
    page,
  },
  positional: ['period'],
  async run(ctx, { owner, page, period, source, status, filter }) {
    maySeeWorkOf(ctx, 'lead', owner);
    const list = await listLeads(ctx, { ownerId: owner?.id, page, period, source, status, filter });
    const [created, inCharge] = [period && `${period.from}..${period.to}`, owner && ownerText(owner)];
    const wire = {
      ...(created && { period: created }),
      ...(inCharge && { owner: inCharge }),
      ...(source && { source }),
      ...(status && { status }),
      ...(filter && { filter }),
    };
    const all = saidBefore(filter, { created, owner: inCharge, source, status });
    return leadListCard(ctx.t, list, { command: 'lead.list', wire }, all ? { filter: all } : {});
  },
});
