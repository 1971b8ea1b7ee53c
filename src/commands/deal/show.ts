import { dealCard } from '../../cards/deal.ts';
import { withTimeline } from '../../cards/timeline.ts';
import { timeline } from '../../crm/activities/timeline.ts';
import { code } from '../../crm/codes.ts';
import { viewDeal } from '../../crm/deals/view.ts';
import { changes } from '../../crm/visibility.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { deal, share, sharedOrPrivate } from '../fields.ts';

export const dealShow = defineCommand({
  id: 'deal.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { deal, share },
  positional: ['deal'],
  async run(ctx, input) {
    const [view, events] = await Promise.all([
      viewDeal(ctx, input.deal.id),
      timeline(ctx, 'deal', input.deal.id),
    ]);
    if (!view) return refuse('deal.none', { deal: code('deal', input.deal.id) });
    const shared = input.share === 'channel';
    return withTimeline(ctx.t, dealCard(ctx, view, shared || changes(ctx, 'deal', view.ownerId)), events);
  },
});
