import { foundCard } from '../cards/found.ts';
import { optional } from '../chat/field.ts';
import { choice } from '../chat/fields.ts';
import { type Kind, kinds } from '../crm/codes.ts';
import type { Ctx } from '../crm/context.ts';
import { find as lookFor } from '../crm/filter/find.ts';
import { defineCommand } from './define.ts';
import { filter } from './fields.ts';

const kind = choice<Kind, Ctx>({
  options: [
    { value: 'deal', label: 'find.kind.deal' },
    { value: 'lead', label: 'find.kind.lead' },
    { value: 'contact', label: 'find.kind.contact' },
    { value: 'company', label: 'find.kind.company' },
  ],
});

/** Finds by name, number, phone, e-mail or tax code, and by conditions: `find hoang industry:IT size:>50 kind:company`. */
export const find = defineCommand({
  id: 'find',
  access: 'viewer',
  reply: 'private',
  fields: { query: filter, kind: optional(kind) },
  positional: ['query'],
  async run(ctx, { query, kind }) {
    const among = kind ? [kind] : (Object.keys(kinds) as Kind[]);
    return foundCard(ctx.t, await lookFor(ctx, among, query));
  },
});
