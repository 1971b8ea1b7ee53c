import { quoted } from '../../db/bulk.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { columnsOf, type Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import { type Row, table } from '../changes/record.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { customColumn } from '../custom/fields.ts';
import { setApart } from '../duplicates/apart.ts';
import { stopAtTwins } from '../duplicates/stop.ts';
import { byId } from '../find/search.ts';
import { mayChange } from '../visibility.ts';

/**
 * Changes what is known of a customer or a lead; `links` are columns that follow from it. Refuses when nothing would
 * change; stops where it becomes the likely twin of another, but for those in `apart`.
 */
export async function editRecord(
  ctx: Ctx,
  kind: Profiled,
  id: number,
  said: Said,
  links: Readonly<Record<string, number | null>> = {},
): Promise<Changed<number>> {
  return change(ctx, `${kind}.edit`, async (log) => {
    const { tx } = log;
    await tx.$queryRaw`SELECT id FROM ${quoted(kind)} WHERE id = ${id} FOR UPDATE`;
    const rows = table(tx, kind);
    const record =
      (await byId({ ...ctx, db: tx }, kind, id)) ?? refuse('record.none', { record: code(kind, id) });
    mayChange(ctx, kind, record.ownerId, record.name);
    const [before] = (await rows.findMany({ where: { id: { in: [id] } } })) as [Row];
    const data = { ...columnsOf(kind, said), ...links, ...customColumn(said, before.custom) };
    const within = { ...ctx, db: tx };
    const twins = await stopAtTwins(within, kind, { ...before, ...data }, said.apart, { ...before, id });
    const after = (await rows.update({ where: { id }, data })) as Row;
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    log.updated(kind, id, before, after);
    await setApart(log, ctx, kind, id, twins);
    return id;
  });
}
