import { customFieldsCard } from '../../cards/custom.ts';
import { defineCommand } from '../define.ts';

export const fieldList = defineCommand({
  id: 'field.list',
  access: 'viewer',
  reply: 'private',
  fields: {},
  positional: [],
  run: async (ctx) => customFieldsCard(ctx.t, ctx.custom, ctx.access === 'admin'),
});
