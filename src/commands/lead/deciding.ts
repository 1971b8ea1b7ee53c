import { alreadyConverted } from '../../cards/conversion.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Ctx } from '../../crm/context.ts';
import { notMoved } from '../../crm/leads/qualify.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { mayChange } from '../../crm/visibility.ts';
import { leadLookup } from '../lookups/records.ts';
import { status } from './status.ts';

/**
 * For a form that decides about a lead: the lead as it is. Refuses where it was converted, has gone elsewhere since
 * the button was made, or is somebody else's; null where it is not known which lead is meant.
 */
export async function deciding(ctx: Ctx, { lead, from }: Wire): Promise<LeadView | null> {
  const found = lead ? await leadLookup.resolve(ctx, lead) : null;
  const view = found?.kind === 'one' ? await viewLead(ctx, found.value.id) : null;
  if (!view) return null;
  mayChange(ctx, 'lead', view.ownerId, view.name);
  notConverted(view);
  const seen = from ? status.read(from, ctx) : undefined;
  notMoved(view, seen?.ok ? (seen.value as LeadView['status']) : undefined);
  return view;
}

/** The same for a lead that is known, at the moment when it is decided about. */
export async function undecided(ctx: Ctx, id: number): Promise<void> {
  const view = await viewLead(ctx, id);
  if (view) notConverted(view);
}

/** Refuses to decide about what has become a customer, with ways to what it became. */
export function notConverted(lead: LeadView): void {
  const became = lead.status === 'CONVERTED' ? alreadyConverted(lead) : undefined;
  if (became) throw became;
}
