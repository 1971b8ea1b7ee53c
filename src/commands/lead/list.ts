import { leadListCard } from '../../cards/lead.ts';
import { optional } from '../../chat/field.ts';
import { period } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { saidBefore } from '../../crm/filter/said.ts';
import { listLeads } from '../../crm/leads/list.ts';
import { maySeeWorkOf } from '../../crm/visibility.ts';
import { defineCommand } from '../define.ts';
import { filter, ownerOrNobodyCalled, page, share, sharedOrPrivate, sourceBegun } from '../fields.ts';
import { ownerText } from '../lookups/members.ts';
import { searched } from '../records/searched.ts';
import { status } from './status.ts';

/** One word may be a name as well: Mai is a person and tomorrow. */
const isPeriod = (text: string) => /[\d\s]|^(?:today|yesterday)$/i.test(text.trim());

export const leadList = defineCommand({
  id: 'lead.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: {
    period: optional({ ...period<Ctx>({ hint: 'hint.period' }), looksLike: isPeriod }),
    owner: optional(ownerOrNobodyCalled),
    source: optional(sourceBegun),
    status: optional(status),
    filter: optional(filter),
    share,
    page,
  },
  positional: ['filter'],
  anywhere: ['period', 'owner', 'source', 'status'],
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
    const next = { command: 'lead.list', wire };
    const asked = await searched(ctx, 'lead', wire, list.total);
    return leadListCard(ctx.t, list, next, all ? { filter: all } : {}, asked);
  },
});
