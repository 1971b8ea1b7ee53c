import type { CustomKind } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Kind } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { type CustomField, foldedName } from './fields.ts';

export interface NewCustomField {
  readonly record: Kind;
  readonly name: string;
  readonly kind: CustomKind;
  readonly options?: readonly string[] | undefined;
}

/** A form of Slack has room for 100 questions, and Discord's line for 25; more than these nobody fills in. */
const most = 20;

/** Adds a field to a kind of record; `taken` are the folded names of its own fields. */
export function addCustomField(
  ctx: Ctx,
  { record, name, kind, options = [] }: NewCustomField,
  taken: readonly string[],
): Promise<Changed<CustomField>> {
  const folded = foldedName(name);
  if (kind === 'CHOICE' && options.length < 2) refuse('custom.no_options');
  if (kind !== 'CHOICE' && options.length > 0) refuse('custom.options_only');
  return change(ctx, 'field.add', async ({ tx, created, updated }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('custom field'))`;
    const own = await tx.customField.findMany({ where: { record } });
    const before = own.find((field) => field.folded === folded);
    if (taken.includes(folded) || before?.active) refuse('custom.exists', { field: name });
    if (own.filter(({ active }) => active).length >= most) refuse('custom.too_many', { max: most });
    // One that was put away comes back with its values, if it is still of that kind.
    if (before && before.kind !== kind) refuse('custom.exists', { field: name });
    const position = Math.max(0, ...own.map((field) => field.position)) + 1;
    if (before) {
      const data = { active: true, name, options: [...options], position };
      const after = await tx.customField.update({ where: { id: before.id }, data });
      updated('customField', after.id, before, after);
      return after;
    }
    const field = await tx.customField.create({
      data: { record, name, folded, kind, options: [...options], position, createdAt: ctx.now },
    });
    created('customField', field.id);
    return field;
  });
}
