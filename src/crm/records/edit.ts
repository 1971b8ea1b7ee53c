import { quoted } from '../../db/bulk.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Profiled } from '../attributes/attributes.ts';
import { fieldsOf, type Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import { merged } from '../changes/merge.ts';
import { type Row, table } from '../changes/record.ts';
import { code } from '../codes.ts';
import { standsUnder } from '../companies/parent.ts';
import { withCompany } from '../contacts/employer.ts';
import type { Ctx } from '../context.ts';
import { columnsIn } from '../custom/fields.ts';
import { setApart } from '../duplicates/apart.ts';
import { stopAtTwins } from '../duplicates/stop.ts';
import { byId } from '../find/search.ts';
import { ownedBy, type TellGiven } from '../leads/owner.ts';
import { mayChange } from '../visibility.ts';

/**
 * Changes what is known of a customer or a lead; `links` are columns that follow from its company, `tell` is for a lead
 * that gets another owner. Refuses when nothing would change; stops where it becomes the likely twin of another, but for
 * those in `apart`.
 */
export async function editRecord(
  ctx: Ctx,
  kind: Profiled,
  id: number,
  { apart, ...said }: Said,
  links: Readonly<Record<string, number | null>> = {},
  tell?: TellGiven,
): Promise<Changed<number>> {
  return change(ctx, `${kind}.edit`, async (log) => {
    const { tx } = log;
    await tx.$queryRaw`SELECT id FROM ${quoted(kind)} WHERE id = ${id} FOR UPDATE`;
    const rows = table(tx, kind);
    const record =
      (await byId({ ...ctx, db: tx }, kind, id)) ?? refuse('record.none', { record: code(kind, id) });
    mayChange(ctx, kind, record.ownerId, record.name);
    const within = { ...ctx, db: tx };
    const [before] = (await rows.findMany({ where: { id: { in: [id] } } })) as [Row & { id: number }];
    const known = await withCompany(ctx, log, said, before.ownerId as number | null);
    const fields = await merged(within, tx, kind, before, fieldsOf(kind, known));
    const columns = columnsIn(fields, before.custom);
    const owner = columns.ownerId as number | null | undefined;
    const given = kind === 'lead' && owner !== undefined && owner !== before.ownerId;
    const data: Record<string, unknown> = {
      ...columns,
      ...(fields.company && links),
      ...(given && ownedBy(ctx, owner)),
    };
    // A lead has its company's name beside: said again, it leaves the link as it is.
    if (kind === 'lead' && data.companyName === before.companyName) delete data.companyId;
    if (typeof data.parentId === 'number' && data.parentId !== before.parentId)
      await standsUnder(tx, id, data.parentId);
    const twins = await stopAtTwins(within, kind, { ...before, ...data }, apart, before);
    const after = (await rows.update({ where: { id }, data })) as Row;
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    log.updated(kind, id, before, after);
    await setApart(log, ctx, { kind, id }, twins);
    if (given && owner !== null) await tell?.(tx, { leadId: id, ownerId: owner, decision: null });
    return id;
  });
}
