import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import { addLead } from '../../crm/leads/add.ts';
import { companyCalled } from '../../crm/leads/company.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { defineCommand } from '../define.ts';
import { leadFields } from './fields.ts';
import { tellOwner } from './tell.ts';

/** Adds a lead. A company we know by that very name is linked. */
export const leadAdd = defineCommand({
  id: 'lead.add',
  access: 'rep',
  reply: 'channel',
  fields: leadFields,
  positional: ['name'],
  custom: 'lead',
  async run(ctx, input) {
    const known = await companyCalled(ctx, input.company);
    const { value, changeId } = await addLead(
      ctx,
      { ...input, company: known?.name ?? input.company },
      known?.id,
      tellOwner(ctx),
    );
    const lead = (await viewLead(ctx, value, 'all')) as LeadView;
    return done(ctx.t, leadCard(ctx, lead), [ctx.t('lead.added')], changeId);
  },
});
