import { optional } from '../../chat/field.ts';
import type { Wire } from '../../chat/wire.ts';
import { alterUpload } from '../../crm/uploads/alter.ts';
import { stillThere } from '../../crm/uploads/own.ts';
import { mayImport } from '../../crm/uploads/rights.ts';
import { refuse } from '../../i18n/refusal.ts';
import { isCurrency, shown } from '../../import/cells.ts';
import { unsaid } from '../../import/manner.ts';
import { creatable, isZone } from '../../import/options.ts';
import { defineCommand } from '../define.ts';
import { checked } from './check.ts';
import { byRules, create, currency, duplicates, timezone } from './fields.ts';
import { mannerOf, meant, upload } from './upload.ts';

/** Says how the amounts and times of a file are meant and what is made for it; answered with a dry run. */
export const importOptions = defineCommand({
  id: 'import.options',
  access: 'manager',
  reply: 'private',
  fields: {
    upload,
    create: optional(create),
    duplicates: optional(duplicates),
    byRules: optional(byRules),
    currency: optional(currency),
    timezone: optional(timezone),
  },
  positional: ['upload'],
  asksFor: ['create', 'duplicates', 'byRules', 'currency', 'timezone'],
  async prefill(ctx, wire): Promise<Wire> {
    const found = await meant(ctx, wire);
    if (!found) return {};
    const manner = mannerOf(found);
    return {
      upload: String(found.id),
      create: manner.create.join(', '),
      duplicates: manner.duplicates,
      byRules: manner.assign ? 'yes' : 'no',
      currency: manner.currency ?? ctx.currency,
      timezone: manner.zone ?? ctx.zone,
    };
  },
  async run(ctx, { upload, create, duplicates, byRules, currency, timezone }) {
    const { currency: itsCurrency, zone: itsZone, ...was } = mannerOf(stillThere(upload));
    const { kind } = was;
    const code = currency === undefined ? itsCurrency : currency?.toUpperCase();
    const zone = timezone === undefined ? itsZone : timezone;
    if (code && !isCurrency(code)) refuse('import.currency', { text: shown(code) });
    if (zone && !isZone(zone)) refuse('import.timezone', { text: shown(zone) });
    const manner = {
      ...was,
      ...(create !== undefined && {
        create: kind ? (create ?? []).map((text) => creatable(text, kind)) : [],
      }),
      ...(duplicates !== undefined && { duplicates: duplicates ?? unsaid.duplicates }),
      ...(byRules !== undefined && { assign: byRules === 'yes' }),
      ...(code && { currency: code }),
      ...(zone && { zone }),
    };
    if (manner.assign && kind !== 'leads') refuse('import.assign.leads');
    mayImport(ctx, manner);
    return checked(ctx, await alterUpload(ctx, upload, manner));
  },
});
