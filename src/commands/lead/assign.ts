import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import { assignLead } from '../../crm/leads/assign.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { every } from '../../crm/visibility.ts';
import { defineCommand } from '../define.ts';
import { assignee, lead } from '../fields.ts';
import { tellOwner } from './tell.ts';

/** Gives a lead to somebody, who is told and accepts it with a button. */
export const leadAssign = defineCommand({
  id: 'lead.assign',
  access: 'rep',
  reply: 'channel',
  fields: { lead, member: assignee },
  positional: ['lead', 'member'],
  async run(ctx, { lead, member }) {
    const { value, changeId } = await assignLead(ctx, lead.id, member, tellOwner(ctx));
    const view = (await viewLead({ ...ctx, sight: every('all') }, value)) as LeadView;
    return done(ctx.t, leadCard(ctx, view), [ctx.t('lead.assigned', { name: member.name })], changeId);
  },
});
