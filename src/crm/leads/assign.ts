import type { Lead, Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { byRules, type Decision } from '../assignment/assigner.ts';
import { whyText } from '../assignment/words.ts';
import { type Changed, change } from '../changes/change.ts';
import { code } from '../codes.ts';
import type { Ctx } from '../context.ts';
import { mayChange, sees } from '../visibility.ts';
import { ownedBy, type TellGiven } from './owner.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** To whom it went, and how the rules came to it where they were asked. */
export interface Assigned {
  readonly to: Named;
  readonly decision: Decision | null;
}

/**
 * Gives a lead to a member, or without one to whom the rules say, other than who has it. Whoever may change it may
 * give it away, also to where they do not see it any more.
 */
export async function assignLead(
  ctx: Ctx,
  id: number,
  to: Named | undefined,
  tell: TellGiven,
): Promise<Changed<Assigned>> {
  return change(ctx, 'lead.assign', async ({ tx, updated }) => {
    await tx.$queryRaw`SELECT id FROM lead WHERE id = ${id} FOR UPDATE`;
    const before = await tx.lead.findUnique({ where: { id } });
    if (!before || !sees(ctx.sight.lead, before.ownerId))
      return refuse('record.none', { record: code('lead', id) });
    mayChange(ctx, 'lead', before.ownerId, before.name);
    const assigned = to ? { to, decision: null } : await chosenFor(tx, ctx, before);
    if (before.ownerId === assigned.to.id)
      refuse('lead.theirs', { lead: before.name, name: assigned.to.name });
    const after = await tx.lead.update({ where: { id }, data: ownedBy(ctx, assigned.to.id) });
    updated('lead', id, before, after);
    await tell(tx, { leadId: id, ownerId: assigned.to.id, decision: assigned.decision });
    return assigned;
  });
}

async function chosenFor(tx: Tx, ctx: Ctx, lead: Lead): Promise<Assigned> {
  const decision =
    (await byRules(tx, ctx, lead, lead.ownerId)) ?? refuse('assign.no_rule', { lead: lead.name });
  const to = decision.chosen ?? refuse('assign.nobody', { why: (t) => whyText(t, decision) || '–' });
  return { to, decision };
}
