import { rulesCard } from '../../cards/assignment.ts';
import { listRules } from '../../crm/assignment/list.ts';
import { defineCommand } from '../define.ts';

export const assignList = defineCommand({
  id: 'assign.list',
  access: 'rep',
  reply: 'private',
  fields: {},
  positional: [],
  run: async (ctx) => rulesCard(ctx.t, await listRules(ctx)),
});
