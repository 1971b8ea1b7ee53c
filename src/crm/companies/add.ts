import type { Prisma } from '../../db/client.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { setApart } from '../duplicates/apart.ts';
import { stopAtTwins } from '../duplicates/stop.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';

/** Adds a company; stops at likely twins but for those in `apart`. */
export async function addCompany(ctx: Ctx, said: Said & { readonly name: string }): Promise<Changed<number>> {
  mayAdd(ctx, 'company');
  return change(ctx, 'company.add', async (log) => {
    const data: Prisma.CompanyUncheckedCreateInput = newRow(ctx, 'company', said);
    const twins = await stopAtTwins({ ...ctx, db: log.tx }, 'company', data, said.apart);
    const { id } = await log.tx.company.create({ data, select: { id: true } });
    log.created('company', id);
    await setApart(log, ctx, 'company', id, twins);
    return id;
  });
}
