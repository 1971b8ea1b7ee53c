import { contactCard } from '../../cards/customer.ts';
import { withWas } from '../../cards/merge.ts';
import { withTimeline } from '../../cards/timeline.ts';
import { timeline } from '../../crm/activities/timeline.ts';
import { code } from '../../crm/codes.ts';
import { viewContact } from '../../crm/contacts/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { nextClose } from '../../crm/deals/next.ts';
import { nextStep } from '../../crm/tasks/next.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { contact, order, page, share, sharedOrPrivate } from '../fields.ts';
import { offered } from '../records/offered.ts';

export const contactShow = defineCommand({
  id: 'contact.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { contact, order, share, page },
  positional: ['contact'],
  async run(ctx, { contact, ...asked }) {
    const { id } = contact;
    const [view, deals, events, step, close] = await Promise.all([
      viewContact(ctx, id),
      listDeals(ctx, { contactId: id, size: 5 }),
      timeline(ctx, 'contact', id, asked.page),
      nextStep(ctx, 'contact', id),
      nextClose(ctx, 'contact', id),
    ]);
    if (!view) return refuse('record.none', { record: code('contact', id) });
    const about = { kind: 'contact', id, ...asked } as const;
    const card = contactCard(ctx, view, deals, offered(ctx, 'contact', view.ownerId));
    return withWas(ctx.t, contact, withTimeline(ctx.t, card, events, about, { step, close }));
  },
});
