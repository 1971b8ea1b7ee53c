import { type Field, kept, optional } from '../../chat/field.ts';
import { seenKey, type Wire } from '../../chat/wire.ts';
import type { Profiled } from '../../crm/attributes/attributes.ts';
import { latestChange } from '../../crm/changes/merge.ts';
import { code } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { customFieldsOf } from '../../crm/custom/fields.ts';
import { companyLookup, contactLookup, leadLookup } from '../lookups/records.ts';
import { typedOf } from './typed.ts';

const lookups = { company: companyLookup, contact: contactLookup, lead: leadLookup };

/** The same questions, none of which must be answered; what a record must say stays. */
export const allOptional = <F extends Readonly<Record<string, Field<unknown, Ctx>>>>(fields: F) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, (field.required ? kept : optional)(field)]),
  ) as {
    readonly [K in keyof F]: F[K] extends Field<infer T, Ctx> ? Field<T | undefined, Ctx> : never;
  };

/** What a record says now, for the form that edits it: `wire[field]` names the record. */
export async function presentValues(
  ctx: Ctx,
  kind: Profiled,
  wire: Wire,
  field: string,
  view: (
    ctx: Ctx,
    id: number,
  ) => Promise<({ readonly id: number; readonly custom: unknown } & object) | null>,
): Promise<Wire> {
  const found = wire[field] ? await lookups[kind].resolve(ctx, wire[field]) : null;
  if (found?.kind !== 'one') return {};
  // Read first: what is changed between the two is seen, and counts as not yet seen.
  const seen = await latestChange(ctx.db, kind, found.value.id);
  const record = await view(ctx, found.value.id);
  if (!record) return {};
  return {
    [seenKey]: String(seen),
    ...typedOf(ctx.t, kind, record, customFieldsOf(ctx.custom, kind)),
    [field]: code(kind, record.id),
  };
}
