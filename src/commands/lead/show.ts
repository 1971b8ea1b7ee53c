import { leadCard } from '../../cards/lead.ts';
import { withWas } from '../../cards/merge.ts';
import { withTimeline } from '../../cards/timeline.ts';
import { timeline } from '../../crm/activities/timeline.ts';
import { code } from '../../crm/codes.ts';
import { viewLead } from '../../crm/leads/view.ts';
import { nextStep } from '../../crm/tasks/next.ts';
import { changes } from '../../crm/visibility.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { lead, order, page, share, sharedOrPrivate } from '../fields.ts';

export const leadShow = defineCommand({
  id: 'lead.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { lead, order, share, page },
  positional: ['lead'],
  async run(ctx, { lead, ...asked }) {
    const { id } = lead;
    const [view, events, step] = await Promise.all([
      viewLead(ctx, id),
      timeline(ctx, 'lead', id, asked.page),
      nextStep(ctx, 'lead', id),
    ]);
    if (!view) return refuse('record.none', { record: code('lead', id) });
    const own = leadCard(ctx, view, changes(ctx, 'lead', view.ownerId));
    return withWas(ctx.t, lead, withTimeline(ctx.t, own, events, { kind: 'lead', id, ...asked }, { step }));
  },
});
