import { contactCard } from '../../cards/customer.ts';
import { done } from '../../cards/parts.ts';
import { type ContactView, viewContact } from '../../crm/contacts/view.ts';
import { listDeals } from '../../crm/deals/list.ts';
import { editRecord } from '../../crm/records/edit.ts';
import { defineCommand } from '../define.ts';
import { apart, contact } from '../fields.ts';
import { allOptional, presentValues } from '../records/edit.ts';
import { orChoose } from '../records/twins.ts';
import { contactFields } from './fields.ts';

const fields = allOptional(contactFields);

export const contactEdit = defineCommand({
  id: 'contact.edit',
  access: 'rep',
  reply: 'channel',
  fields: { contact, ...fields, apart },
  positional: ['contact'],
  asksFor: Object.keys(fields) as (keyof typeof fields)[],
  custom: 'contact',
  prefill: (ctx, wire) => presentValues(ctx, 'contact', wire, 'contact', viewContact),
  async run(ctx, { contact, ...said }) {
    const { changeId } = await orChoose(
      ctx,
      'contact',
      said,
      () => editRecord(ctx, 'contact', contact.id, said),
      contact.id,
    );
    const view = (await viewContact(ctx, contact.id, 'all')) as ContactView;
    const deals = await listDeals(ctx, { contactId: contact.id, size: 5 });
    return done(ctx.t, contactCard(ctx, view, deals), [ctx.t('record.edited')], changeId);
  },
});
