import type { Lead, LeadStatus } from '../../db/client.ts';
import type { Key } from '../../i18n/index.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Day, dayOf } from '../../lib/dates/index.ts';
import type { Money } from '../../lib/money/index.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { ownLead } from './own.ts';
import { further, reached, type settable } from './states.ts';
import { type Suggestion, suggest } from './suggest.ts';

/** What somebody says of a lead: undefined leaves as it is, null clears. */
export interface Qualification {
  readonly need?: string | null | undefined;
  readonly interest?: string | null | undefined;
  readonly budget?: Money | null | undefined;
  readonly decision?: Day | null | undefined;
  readonly authority?: string | null | undefined;
  /** Left out: see `settled`. */
  readonly status?: (typeof settable)[number] | null | undefined;
  /** Why it is disqualified, and then required. */
  readonly reason?: string | null | undefined;
  /** The state that the person saw when they decided; another by now refuses. */
  readonly seen?: LeadStatus | undefined;
}

/** Writes down what qualifying found out, and the state that follows. Refuses when nothing would change. */
export async function qualifyLead(
  ctx: Ctx,
  id: number,
  said: Qualification,
  command: 'lead.qualify' | 'lead.disqualify' = 'lead.qualify',
): Promise<Changed<Suggestion>> {
  return change(ctx, command, async ({ tx, updated }) => {
    const before = await ownLead(ctx, tx, id);
    notMoved(before, said.seen);
    const found = { ...before, ...columns(said) };
    const suggestion = suggest(found, dayOf(ctx.now, ctx.zone));
    const status = said.status ?? settled(before.status, suggestion.status, said.reason);
    if (said.reason && status !== 'DISQUALIFIED') refuse('lead.reason_only');
    const reason = status === 'DISQUALIFIED' ? (said.reason ?? before.reason) : null;
    if (status === 'DISQUALIFIED' && !reason) refuse('lead.no_reason');
    const after = await tx.lead.update({
      where: { id },
      data: { ...columns(said), status, reason, ...reached(before, status, ctx.now) },
    });
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    updated('lead', id, before, after);
    return suggestion;
  });
}

/** Refuses to decide about a lead that has gone elsewhere since it was seen, or was converted. */
export function notMoved(
  { name, status }: Pick<Lead, 'name' | 'status'>,
  seen: LeadStatus | undefined,
): void {
  if (status !== 'CONVERTED' && (!seen || seen === status)) return;
  refuse('lead.moved', {
    lead: name,
    status: (t) => t.say(`choice.status.${status.toLowerCase()}` as Key),
  });
}

/**
 * The state where nobody chose one: what the answers suggest. But a lead goes back by a person's word alone, and
 * is given up only with a reason.
 */
function settled(present: LeadStatus, suggested: LeadStatus, reason: string | null | undefined): LeadStatus {
  if (suggested === 'DISQUALIFIED') return reason ? suggested : further(present, 'WORKING');
  return further(present, suggested);
}

const columns = ({ need, interest, budget, decision, authority }: Qualification) => ({
  ...(need !== undefined && { need }),
  ...(interest !== undefined && { interest }),
  ...(authority !== undefined && { authority }),
  ...(budget !== undefined && { budget: budget?.amount ?? null, budgetCurrency: budget?.currency ?? null }),
  ...(decision !== undefined && { decisionOn: decision === null ? null : new Date(decision) }),
});
