import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import { acceptLead } from '../../crm/leads/accept.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { defineCommand } from '../define.ts';
import { lead } from '../fields.ts';

/** The button in the message about a lead that one was given. */
export const leadAccept = defineCommand({
  id: 'lead.accept',
  access: 'rep',
  reply: 'private',
  fields: { lead },
  positional: ['lead'],
  async run(ctx, { lead }) {
    const { value, changeId } = await acceptLead(ctx, lead.id);
    const view = (await viewLead(ctx, value)) as LeadView;
    return done(ctx.t, leadCard(ctx, view), [ctx.t('lead.taken')], changeId);
  },
});
