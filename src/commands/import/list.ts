import { importsCard } from '../../cards/import/list.ts';
import { latestImports } from '../../crm/imports/list.ts';
import { defineCommand } from '../define.ts';

/** The journal of imports, those of the terminal too. */
export const importList = defineCommand({
  id: 'import.list',
  access: 'manager',
  reply: 'private',
  fields: {},
  positional: [],
  run: async (ctx) => importsCard(ctx.t, await latestImports(ctx)),
});
