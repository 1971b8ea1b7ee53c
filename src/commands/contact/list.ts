import { contactListCard } from '../../cards/customers.ts';
import { optional } from '../../chat/field.ts';
import type { Wire } from '../../chat/wire.ts';
import { listContacts } from '../../crm/contacts/list.ts';
import { defineCommand } from '../define.ts';
import { filter, page, share, sharedOrPrivate } from '../fields.ts';
import { searched } from '../records/searched.ts';

export const contactList = defineCommand({
  id: 'contact.list',
  access: 'viewer',
  reply: sharedOrPrivate,
  fields: { filter: optional(filter), share, page },
  positional: ['filter'],
  async run(ctx, { filter, page }) {
    const list = await listContacts(ctx, { filter, page });
    const wire: Wire = filter ? { filter } : {};
    const asked = await searched(ctx, 'contact', wire, list.total);
    return contactListCard(ctx.t, list, { command: 'contact.list', wire }, asked);
  },
});
