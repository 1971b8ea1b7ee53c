import { assignedCard } from '../../cards/assigned.ts';
import type { PlatformName } from '../../chat/platform.ts';
import type { Ctx } from '../../crm/context.ts';
import type { TellOwner } from '../../crm/leads/owner.ts';
import { viewLead } from '../../crm/leads/view.ts';
import { recipientsOf, writable } from '../../crm/people/recipients.ts';
import { enqueue } from '../../delivery/index.ts';
import { isLocale, translator } from '../../i18n/index.ts';

/**
 * Tells a lead's new owner, where they can be written to, with the lead as they see it and a button to accept it.
 * Nobody is told of what they gave themselves.
 */
export const tellOwner =
  (ctx: Ctx): TellOwner =>
  async (tx, leadId, ownerId) => {
    if (ownerId === ctx.member?.id) return;
    const to = (await recipientsOf(tx, 'lead', [ownerId], writable)).get(ownerId);
    if (to?.memberId !== ownerId) return;
    const t = translator(to.locale && isLocale(to.locale) ? to.locale : ctx.t.locale);
    const lead = await viewLead({ ...ctx, sight: to.sight, db: tx }, leadId);
    if (!lead) return;
    const said = ctx.member ? t('lead.given_by', { name: ctx.member.name }) : t('lead.given');
    const message = {
      key: `assigned:${leadId}:${ownerId}:${ctx.now.getTime()}`,
      platform: to.platform as PlatformName,
      destination: `user:${to.userId}`,
      card: assignedCard({ t, custom: ctx.custom }, lead, said),
      locale: t.locale,
      dueAt: ctx.now,
    };
    await enqueue(tx, [message], ctx.now);
  };
