import { triedCard } from '../../cards/assignment.ts';
import { loadAssigner } from '../../crm/assignment/assigner.ts';
import { code } from '../../crm/codes.ts';
import { viewLead } from '../../crm/leads/view.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { lead } from '../fields.ts';

/** Says to whom a lead would go by the rules at this moment, and why, without doing it. */
export const assignTest = defineCommand({
  id: 'assign.test',
  access: 'rep',
  reply: 'private',
  fields: { lead },
  positional: ['lead'],
  async run(ctx, { lead }) {
    const view = (await viewLead(ctx, lead.id)) ?? refuse('record.none', { record: code('lead', lead.id) });
    const { give } = await loadAssigner(ctx.db, ctx);
    return triedCard(ctx.t, view, give(view, view.ownerId));
  },
});
