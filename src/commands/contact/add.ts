import { contactCard } from '../../cards/customer.ts';
import { done } from '../../cards/parts.ts';
import { addContact } from '../../crm/contacts/add.ts';
import { type ContactView, viewContact } from '../../crm/contacts/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { defineCommand } from '../define.ts';
import { apart } from '../fields.ts';
import { orChoose } from '../records/twins.ts';
import { contactFields } from './fields.ts';

export const contactAdd = defineCommand({
  id: 'contact.add',
  access: 'rep',
  reply: 'channel',
  fields: { ...contactFields, apart },
  positional: ['name'],
  anywhere: ['phone', 'email'],
  custom: 'contact',
  async run(ctx, input) {
    const { value, changeId } = await orChoose(ctx, 'contact', input, () => addContact(ctx, input));
    const view = (await viewContact(ctx, value, 'all')) as ContactView;
    const deals = await listDeals(ctx, { contactId: value, size: 5 });
    return done(ctx.t, contactCard(ctx, view, deals), [ctx.t('contact.added')], changeId);
  },
});
