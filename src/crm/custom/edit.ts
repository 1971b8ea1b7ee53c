import { quoted } from '../../db/bulk.ts';
import { Prisma } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { type CustomField, foldedName } from './fields.ts';

/** Undefined leaves as it is. */
export interface CustomFieldEdit {
  readonly name?: string | undefined;
  readonly options?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
}

/** Renames a field, changes its choices or puts it away. Its values stay; a choice in use cannot be taken away. */
export function editCustomField(
  ctx: Ctx,
  id: number,
  { name, options, active }: CustomFieldEdit,
  taken: (record: string) => readonly string[],
): Promise<Changed<CustomField>> {
  return change(ctx, 'field.edit', async ({ tx, updated }) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('custom field'))`;
    const before = await tx.customField.findUniqueOrThrow({ where: { id } });
    const folded = name && foldedName(name);
    if (folded && folded !== before.folded) {
      const other = await tx.customField.count({ where: { record: before.record, folded } });
      if (other || taken(before.record).includes(folded)) refuse('custom.exists', { field: name });
    }
    if (options && before.kind !== 'CHOICE') refuse('custom.options_only');
    if (options && options.length < 2) refuse('custom.no_options');
    const gone = options ? before.options.filter((option) => !options.includes(option)) : [];
    if (gone.length) {
      const value = Prisma.sql`custom ->> ${String(id)}`;
      const [used] = await tx.$queryRaw<{ value: string }[]>`
        SELECT ${value} AS value FROM ${quoted(before.record)} WHERE ${value} = ANY(${gone}) LIMIT 1`;
      if (used) refuse('custom.in_use', { option: used.value });
    }
    const after = await tx.customField.update({
      where: { id },
      data: {
        ...(name && { name, folded: foldedName(name) }),
        ...(options && { options: [...options] }),
        ...(active !== undefined && { active }),
      },
    });
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    updated('customField', id, before, after);
    return after;
  });
}
