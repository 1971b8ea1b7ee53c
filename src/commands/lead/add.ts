import { decided } from '../../cards/assigned.ts';
import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import { addLead } from '../../crm/leads/add.ts';
import { companyCalled } from '../../crm/leads/company.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { defineCommand } from '../define.ts';
import { apart } from '../fields.ts';
import { orChoose } from '../records/twins.ts';
import { leadFields } from './fields.ts';
import { tellGiven } from './tell.ts';

/**
 * Adds a lead. A company we know by that very name is linked. Where no owner was named it goes to whom the rules of
 * assignment say and, where none fits, to who adds it; `owner:me` keeps it whatever the rules say.
 */
export const leadAdd = defineCommand({
  id: 'lead.add',
  access: 'rep',
  reply: 'channel',
  fields: { ...leadFields, apart },
  positional: ['name'],
  anywhere: ['phone', 'email', 'source'],
  custom: 'lead',
  async run(ctx, input) {
    const known = await companyCalled(ctx, input.company);
    const said = { ...input, company: known?.name ?? input.company };
    const add = () => addLead(ctx, said, known?.id, tellGiven(ctx));
    const { value, changeId } = await orChoose(ctx, 'lead', said, add);
    const lead = (await viewLead(ctx, value.id, 'all')) as LeadView;
    const told = [ctx.t('lead.added'), ...decided(ctx.t, value.decision)];
    return done(ctx.t, leadCard(ctx, lead), [told.join(' ')], changeId);
  },
});
