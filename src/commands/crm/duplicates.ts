import { duplicatesCard } from '../../cards/duplicates.ts';
import { optional } from '../../chat/field.ts';
import { choice } from '../../chat/fields.ts';
import type { Profiled } from '../../crm/attributes/attributes.ts';
import type { Ctx } from '../../crm/context.ts';
import { scanDuplicates } from '../../crm/duplicates/scan.ts';
import { defineCommand } from '../define.ts';
import { page } from '../fields.ts';

const kind = choice<Profiled, Ctx>({
  options: [
    { value: 'company', label: 'find.kind.company' },
    { value: 'contact', label: 'find.kind.contact' },
    { value: 'lead', label: 'find.kind.lead' },
  ],
});

/** Scans what is there for records that are likely one, the surest first. */
export const duplicates = defineCommand({
  id: 'crm.duplicates',
  access: 'rep',
  reply: 'private',
  fields: { kind: optional(kind), page },
  positional: ['kind'],
  async run(ctx, { kind, page = 1 }) {
    const groups = await scanDuplicates(ctx, kind ? [kind] : ['company', 'contact', 'lead']);
    return duplicatesCard(ctx.t, groups, page, kind);
  },
});
