import { foundCard } from '../cards/found.ts';
import { optional } from '../chat/field.ts';
import { choice, text } from '../chat/fields.ts';
import { type Kind, kinds } from '../crm/codes.ts';
import type { Ctx } from '../crm/context.ts';
import { findAll } from '../crm/find/all.ts';
import { defineCommand } from './define.ts';

const kind = choice<Kind, Ctx>({
  options: [
    { value: 'deal', label: 'find.kind.deal' },
    { value: 'lead', label: 'find.kind.lead' },
    { value: 'contact', label: 'find.kind.contact' },
    { value: 'company', label: 'find.kind.company' },
  ],
});

export const find = defineCommand({
  id: 'find',
  access: 'viewer',
  reply: 'private',
  fields: { query: text({ max: 120 }), kind: optional(kind) },
  positional: ['query'],
  async run(ctx, { query, kind }) {
    const among = kind ? [kind] : (Object.keys(kinds) as Kind[]);
    return foundCard(ctx.t, query, await findAll(ctx, among, query));
  },
});
