import type { Lookup } from '../../chat/field.ts';
import { choice, lookup } from '../../chat/fields.ts';
import type { Kind } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import type { CustomField } from '../../crm/custom/fields.ts';
import { ranked } from '../../crm/find/rank.ts';
import { chosen } from '../lookups/chosen.ts';

/** A kind of record, as a few fixed values. */
export const recordKind = choice<Kind, Ctx>({
  label: 'field.kind',
  options: [
    { value: 'deal', label: 'find.kind.deal' },
    { value: 'lead', label: 'find.kind.lead' },
    { value: 'contact', label: 'find.kind.contact' },
    { value: 'company', label: 'find.kind.company' },
  ],
});

const option = ({ id, name, record }: CustomField, ctx: Ctx) => ({
  value: `x${id}`,
  label: `${name} (${ctx.t(`find.kind.${record as Kind}`)})`,
});

const customLookup: Lookup<CustomField, Ctx> = {
  async search(ctx, query) {
    const own = ctx.custom.filter((field) => `x${field.id}` === query);
    const found = query.trim()
      ? ranked(query, ctx.custom, ({ name }) => name).map(({ row }) => row)
      : ctx.custom;
    return (own.length ? own : found).slice(0, 25).map((field) => option(field, ctx));
  },
  async resolve(ctx, text) {
    const own = ctx.custom.find((field) => `x${field.id}` === text);
    if (own) return { kind: 'one', value: own };
    return chosen(
      ranked(text, ctx.custom, ({ name }) => name),
      (field) => option(field, ctx),
    );
  },
};

/** A field that an admin has added. */
export const custom = lookup({ ...customLookup });
