import type { Prisma } from '../../db/client.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { setApart } from '../duplicates/apart.ts';
import { stopAtTwins } from '../duplicates/stop.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';

export interface NewLead extends Said {
  readonly name: string;
  readonly source: string;
}

/** Adds a lead in the state NEW; `companyId` when its company is one we have. Stops at likely twins but for those in `apart`. */
export async function addLead(ctx: Ctx, said: NewLead, companyId?: number): Promise<Changed<number>> {
  mayAdd(ctx, 'lead');
  return change(ctx, 'lead.add', async (log) => {
    const row: Prisma.LeadUncheckedCreateInput = newRow(ctx, 'lead', said);
    const data = { ...row, companyId: companyId ?? null };
    const twins = await stopAtTwins({ ...ctx, db: log.tx }, 'lead', data, said.apart);
    const { id } = await log.tx.lead.create({ data, select: { id: true } });
    log.created('lead', id);
    await setApart(log, ctx, 'lead', id, twins);
    return id;
  });
}
