import { quoted } from '../../db/bulk.ts';
import { refuse } from '../../i18n/refusal.ts';
import { columnsOf, type Said } from '../attributes/columns.ts';
import { gained } from '../attributes/gained.ts';
import type { Log } from '../changes/change.ts';
import { type Row, table } from '../changes/record.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { customColumn } from '../custom/fields.ts';
import { byId } from '../find/search.ts';
import { changes } from '../visibility.ts';

/**
 * Adds to a customer we have what is known besides, as a part of another change. Who sees it and may not change it
 * leaves it as it is.
 */
export async function completed(
  ctx: Ctx,
  { tx, updated }: Log,
  kind: 'contact' | 'company',
  id: number,
  said: Said,
): Promise<number> {
  await tx.$queryRaw`SELECT id FROM ${quoted(kind)} WHERE id = ${id} FOR UPDATE`;
  const found =
    (await byId({ ...ctx, db: tx }, kind, id)) ?? refuse('record.none', { record: code(kind, id) });
  if (!changes(ctx, kind, found.ownerId)) return id;
  const rows = table(tx, kind);
  const [before] = (await rows.findMany({ where: { id: { in: [id] } } })) as [Row];
  const more = gained(kind, before, said);
  if (Object.keys(more).length === 0) return id;
  const data = { ...columnsOf(kind, more), ...customColumn(more, before.custom) };
  updated(kind, id, before, (await rows.update({ where: { id }, data })) as Row);
  return id;
}
