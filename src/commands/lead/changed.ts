import { leadCard } from '../../cards/lead.ts';
import { done } from '../../cards/parts.ts';
import type { Card } from '../../chat/card.ts';
import type { Ctx } from '../../crm/context.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import type { Text } from '../../lib/span.ts';

/** A lead as it became, under what was done: also where it has just gone out of the asker's sight. */
export async function changedLead(ctx: Ctx, id: number, said: Text, changeId: number): Promise<Card> {
  const lead = (await viewLead({ ...ctx, sight: { ...ctx.sight, lead: 'all' } }, id)) as LeadView;
  return done(ctx.t, leadCard(ctx, lead), said, changeId);
}
