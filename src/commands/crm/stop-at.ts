import type { Stop } from '../../cards/quality/finding.ts';
import { allows } from '../../chat/dispatch.ts';
import { latestChange } from '../../crm/changes/merge.ts';
import { code, type Kind } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { viewDeal } from '../../crm/deals/view.ts';
import { byId } from '../../crm/find/search.ts';
import { viewLead } from '../../crm/leads/view.ts';
import { changes } from '../../crm/visibility.ts';
import { refuse } from '../../i18n/refusal.ts';
import { dayOf } from '../../lib/dates/index.ts';
import type { Found } from '../../metrics/quality/next.ts';
import type { Rule } from '../../metrics/quality/rules.ts';

/** What a card says of a record that breaks a rule, and what its buttons need to know. */
export async function stopAt(ctx: Ctx, rule: Rule, found: Found): Promise<Stop> {
  const { kind, id, closeOn } = found;
  // Read first: what is changed from here on counts as not yet seen.
  const seen = await latestChange(ctx.db, kind, id);
  const hit = (await byId(ctx, kind, id)) ?? refuse('record.none', { record: code(kind, id) });
  const twins = await Promise.all(found.twins.map((twin) => byId(ctx, twin.kind, twin.id)));
  const owner = hit.ownerId === null ? null : await ctx.db.member.findUnique({ where: { id: hit.ownerId } });
  return {
    ...{ kind, id, rule, closeOn, seen },
    left: found.left - 1,
    name: hit.name,
    company: kind === 'company' ? null : hit.more,
    owner: owner?.name ?? null,
    changes: changes(ctx, kind, hit.ownerId),
    logs: allows(ctx.access, 'rep'),
    memberId: ctx.member?.id ?? null,
    today: dayOf(ctx.now, ctx.zone),
    state: await stateOf(ctx, kind, id),
    twins: twins
      .filter((twin) => twin !== null)
      .map((twin) => ({
        ...{ kind: twin.kind, code: code(twin.kind, twin.id), name: twin.name },
        changes: changes(ctx, twin.kind, twin.ownerId),
      })),
  };
}

async function stateOf(ctx: Ctx, kind: Kind, id: number): Promise<string | null> {
  if (kind === 'deal') return String((await viewDeal(ctx, id))?.event.id ?? '') || null;
  return kind === 'lead' ? ((await viewLead(ctx, id))?.status ?? null) : null;
}
