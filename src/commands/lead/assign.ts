import { decided } from '../../cards/assigned.ts';
import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import { assignLead } from '../../crm/leads/assign.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { defineCommand } from '../define.ts';
import { lead } from '../fields.ts';
import { memberLookup } from '../lookups/members.ts';
import { tellGiven } from './tell.ts';

/** Gives a lead to somebody, or to whom the rules say, who is told and accepts it with a button. */
export const leadAssign = defineCommand({
  id: 'lead.assign',
  access: 'rep',
  reply: 'channel',
  fields: { lead, to: optional(lookup({ ...memberLookup, hint: 'hint.by_rules' })) },
  positional: ['lead', 'to'],
  async run(ctx, { lead, to }) {
    const { value, changeId } = await assignLead(ctx, lead.id, to, tellGiven(ctx));
    const view = (await viewLead(ctx, lead.id, 'all')) as LeadView;
    const [said = ctx.t('lead.assigned', { name: value.to.name })] = decided(ctx.t, value.decision);
    return done(ctx.t, leadCard(ctx, view), [said], changeId);
  },
});
