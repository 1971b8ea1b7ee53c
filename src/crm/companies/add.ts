import type { Prisma } from '../../db/client.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change, type Log } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { setApart } from '../duplicates/apart.ts';
import { stopAtTwins } from '../duplicates/stop.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';

type NewCompany = Said & { readonly name: string };

/** Adds a company; stops at likely twins but for those in `apart`. */
export const addCompany = (ctx: Ctx, said: NewCompany): Promise<Changed<number>> =>
  change(ctx, 'company.add', (log) => companyAdded(ctx, log, said));

/** The same as a part of another change. */
export async function companyAdded(ctx: Ctx, log: Log, said: NewCompany): Promise<number> {
  mayAdd(ctx, 'company');
  const data: Prisma.CompanyUncheckedCreateInput = newRow(ctx, 'company', said);
  const twins = await stopAtTwins({ ...ctx, db: log.tx }, 'company', data, said.apart);
  const { id } = await log.tx.company.create({ data, select: { id: true } });
  log.created('company', id);
  await setApart(log, ctx, { kind: 'company', id }, twins);
  return id;
}
