import { dealCard } from '../../cards/deal.ts';
import { withTimeline } from '../../cards/timeline.ts';
import { timeline } from '../../crm/activities/timeline.ts';
import { code } from '../../crm/codes.ts';
import { viewDeal } from '../../crm/deals/view.ts';
import { nextStep } from '../../crm/tasks/next.ts';
import { changes } from '../../crm/visibility.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { deal, order, page, share, sharedOrPrivate } from '../fields.ts';

export const dealShow = defineCommand({
  id: 'deal.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { deal, order, share, page },
  positional: ['deal'],
  async run(ctx, { deal, ...asked }) {
    const { id } = deal;
    const [view, events, step] = await Promise.all([
      viewDeal(ctx, id),
      timeline(ctx, 'deal', id, asked.page),
      nextStep(ctx, 'deal', id),
    ]);
    if (!view) return refuse('deal.none', { deal: code('deal', id) });
    const offers = asked.share === 'channel' || changes(ctx, 'deal', view.ownerId);
    return withTimeline(ctx.t, dealCard(ctx, view, offers), events, { kind: 'deal', id, ...asked }, { step });
  },
});
