import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { email, phone, text } from '../../chat/fields.ts';
import { resolveHit } from '../../crm/find/search.ts';
import { addLead } from '../../crm/leads/add.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { every } from '../../crm/visibility.ts';
import { defineCommand } from '../define.ts';
import { assignee, source } from '../fields.ts';

/** Adds a lead. Its source is asked every time; a company we know by that very name is linked. */
export const leadAdd = defineCommand({
  id: 'lead.add',
  access: 'rep',
  reply: 'channel',
  fields: {
    name: text({ max: 120 }),
    source,
    phone: optional(phone()),
    email: optional(email()),
    company: optional(text({ max: 120 })),
    owner: optional(assignee),
    note: optional(text({ max: 1000, multiline: true })),
  },
  positional: ['name'],
  async run(ctx, { company, owner, ...input }) {
    const known = company ? await resolveHit(ctx, ['company'], company) : [];
    const match = known.length === 1 && known[0]?.fit === 0 ? known[0] : undefined;
    const { value, changeId } = await addLead(ctx, {
      ...input,
      companyName: match?.name ?? company,
      companyId: match?.id,
      ownerId: owner?.id,
    });
    const lead = (await viewLead({ ...ctx, sight: every('all') }, value)) as LeadView;
    return done(ctx.t, leadCard(ctx.t, lead), [ctx.t('lead.added')], changeId);
  },
});
