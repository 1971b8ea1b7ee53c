import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import { companyCalled } from '../../crm/leads/company.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { editRecord } from '../../crm/records/edit.ts';
import { defineCommand } from '../define.ts';
import { apart, lead } from '../fields.ts';
import { allOptional, presentValues } from '../records/edit.ts';
import { orChoose } from '../records/twins.ts';
import { leadFields } from './fields.ts';
import { tellGiven } from './tell.ts';

const fields = allOptional(leadFields);

export const leadEdit = defineCommand({
  id: 'lead.edit',
  access: 'rep',
  reply: 'channel',
  fields: { lead, ...fields, apart },
  positional: ['lead'],
  asksFor: Object.keys(fields) as (keyof typeof fields)[],
  custom: 'lead',
  prefill: (ctx, wire) => presentValues(ctx, 'lead', wire, 'lead', viewLead),
  async run(ctx, { lead, source, ...rest }) {
    // A source is never cleared: a menu that does not know an imported one shows it as empty.
    const said = { ...rest, source: source ?? undefined };
    const known = await companyCalled(ctx, said.company);
    const links: Record<string, number | null> =
      said.company === undefined ? {} : { companyId: known?.id ?? null };
    const named = known ? { ...said, company: known.name } : said;
    const { changeId } = await orChoose(
      ctx,
      'lead',
      named,
      () => editRecord(ctx, 'lead', lead.id, named, links, tellGiven(ctx)),
      lead.id,
    );
    const view = (await viewLead(ctx, lead.id, 'all')) as LeadView;
    return done(ctx.t, leadCard(ctx, view), [ctx.t('record.edited')], changeId);
  },
});
