import { contactCard } from '../../cards/customer.ts';
import { done } from '../../cards/parts.ts';
import { optional } from '../../chat/field.ts';
import { email, phone, text } from '../../chat/fields.ts';
import { addContact } from '../../crm/contacts/add.ts';
import { type ContactView, viewContact } from '../../crm/contacts/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { defineCommand } from '../define.ts';
import { company } from '../fields.ts';

export const contactAdd = defineCommand({
  id: 'contact.add',
  access: 'rep',
  reply: 'channel',
  fields: {
    name: text({ max: 120 }),
    company: optional(company),
    phone: optional(phone()),
    email: optional(email()),
    jobTitle: optional(text({ max: 120 })),
  },
  positional: ['name'],
  async run(ctx, { company, jobTitle, ...input }) {
    const { value, changeId } = await addContact(ctx, { ...input, title: jobTitle, companyId: company?.id });
    const view = (await viewContact(ctx, value)) as ContactView;
    const deals = await listDeals(ctx, { contactId: value, size: 5 });
    return done(ctx.t, contactCard(ctx.t, view, deals), [ctx.t('contact.added')], changeId);
  },
});
