import { contactCard } from '../../cards/customer.ts';
import { withWas } from '../../cards/merge.ts';
import { withTimeline } from '../../cards/timeline.ts';
import { timeline } from '../../crm/activities/timeline.ts';
import { code } from '../../crm/codes.ts';
import { viewContact } from '../../crm/contacts/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { refuse } from '../../i18n/refusal.ts';
import { defineCommand } from '../define.ts';
import { contact, share, sharedOrPrivate } from '../fields.ts';

export const contactShow = defineCommand({
  id: 'contact.show',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { contact, share },
  positional: ['contact'],
  async run(ctx, { contact }) {
    const [view, deals, events] = await Promise.all([
      viewContact(ctx, contact.id),
      listDeals(ctx, { contactId: contact.id, size: 5 }),
      timeline(ctx, 'contact', contact.id),
    ]);
    if (!view) return refuse('record.none', { record: code('contact', contact.id) });
    return withWas(ctx.t, contact, withTimeline(ctx.t, contactCard(ctx, view, deals), events, true));
  },
});
