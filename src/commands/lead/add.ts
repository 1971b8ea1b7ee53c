import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import { addLead } from '../../crm/leads/add.ts';
import { companyCalled } from '../../crm/leads/company.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { every } from '../../crm/visibility.ts';
import { defineCommand } from '../define.ts';
import { apart } from '../fields.ts';
import { orChoose } from '../records/twins.ts';
import { leadFields } from './fields.ts';

/** Adds a lead. A company we know by that very name is linked. */
export const leadAdd = defineCommand({
  id: 'lead.add',
  access: 'rep',
  reply: 'channel',
  fields: { ...leadFields, apart },
  positional: ['name'],
  custom: 'lead',
  async run(ctx, input) {
    const known = await companyCalled(ctx, input.company);
    const said = { ...input, company: known?.name ?? input.company };
    const { value, changeId } = await orChoose(ctx, 'lead', said, () => addLead(ctx, said, known?.id));
    const lead = (await viewLead({ ...ctx, sight: every('all') }, value)) as LeadView;
    return done(ctx.t, leadCard(ctx, lead), [ctx.t('lead.added')], changeId);
  },
});
