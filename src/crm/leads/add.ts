import type { Prisma } from '../../db/client.ts';
import { byRules, type Decision } from '../assignment/assigner.ts';
import type { Said } from '../attributes/columns.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { setApart } from '../duplicates/apart.ts';
import { stopAtTwins } from '../duplicates/stop.ts';
import { newRow } from '../records/new-row.ts';
import { mayAdd } from '../visibility.ts';
import { ownedBy, type TellGiven } from './owner.ts';

export interface NewLead extends Said {
  readonly name: string;
  readonly source: string;
}

export interface AddedLead {
  readonly id: number;
  /** How the rules came to its owner, where they were asked and one fits. */
  readonly decision: Decision | null;
}

/**
 * Adds a lead in the state NEW; `companyId` when its company is one we have. Without an owner it goes to whom the
 * rules say, and where no rule fits to who adds it. Stops at likely twins but for those in `apart`.
 */
export async function addLead(
  ctx: Ctx,
  said: NewLead,
  companyId: number | undefined,
  tell: TellGiven,
): Promise<Changed<AddedLead>> {
  mayAdd(ctx, 'lead');
  return change(ctx, 'lead.add', async (log) => {
    const { tx, created } = log;
    const row: Prisma.LeadUncheckedCreateInput = newRow(ctx, 'lead', said);
    const linked = { ...row, companyId: companyId ?? null };
    const twins = await stopAtTwins({ ...ctx, db: tx }, 'lead', linked, said.apart);
    const { region = null, industry = null, employees = null, source } = row;
    const decision =
      said.owner === undefined ? await byRules(tx, ctx, { region, industry, employees, source }) : null;
    const ownerId = decision ? (decision.chosen?.id ?? null) : (row.ownerId ?? null);
    const { id } = await tx.lead.create({
      data: { ...linked, ...ownedBy(ctx, ownerId) },
      select: { id: true },
    });
    created('lead', id);
    await setApart(log, ctx, { kind: 'lead', id }, twins);
    if (ownerId !== null || decision) await tell(tx, { leadId: id, ownerId, decision });
    return { id, decision };
  });
}
