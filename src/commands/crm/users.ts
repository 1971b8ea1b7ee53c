import { usersCard } from '../../cards/people.ts';
import { listMembers } from '../../crm/people/members.ts';
import { defineCommand } from '../define.ts';

export const users = defineCommand({
  id: 'crm.users',
  access: 'manager',
  reply: 'private',
  fields: {},
  positional: [],
  run: async (ctx) => usersCard(ctx.t, await listMembers(ctx), ctx.access === 'admin'),
});
