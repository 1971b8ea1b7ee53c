import { leadCard } from '../../cards/lead.ts';
import { withTimeline } from '../../cards/timeline.ts';
import { timeline } from '../../crm/activities/timeline.ts';
import { code } from '../../crm/codes.ts';
import { viewLead } from '../../crm/leads/view.ts';
import { changes } from '../../crm/visibility.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { lead, share, sharedOrPrivate } from '../fields.ts';

export const leadShow = defineCommand({
  id: 'lead.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { lead, share },
  positional: ['lead'],
  async run(ctx, { lead }) {
    const [view, events] = await Promise.all([viewLead(ctx, lead.id), timeline(ctx, 'lead', lead.id)]);
    if (!view) return refuse('record.none', { record: code('lead', lead.id) });
    return withTimeline(ctx.t, leadCard(ctx, view, changes(ctx, 'lead', view.ownerId)), events);
  },
});
