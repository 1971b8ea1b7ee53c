import { assignedCard, waitingCard } from '../../cards/assigned.ts';
import type { Card } from '../../chat/card.ts';
import type { PlatformName } from '../../chat/platform.ts';
import { whyText } from '../../crm/assignment/words.ts';
import type { Ctx } from '../../crm/context.ts';
import type { Given, TellGiven } from '../../crm/leads/owner.ts';
import { type LeadView, viewLead } from '../../crm/leads/view.ts';
import { decidersIn } from '../../crm/people/deciders.ts';
import { recipientsOf, writable } from '../../crm/people/recipients.ts';
import { enqueue, type Owed } from '../../delivery/index.ts';
import { isLocale, type Translator, translator } from '../../i18n/index.ts';

/**
 * Tells a lead's new owner, with the lead as they see it and a button to accept it; where the rules found nobody, the
 * managers. Each where they can be written to. Nobody is told of what they did themselves.
 */
export const tellGiven =
  (ctx: Ctx): TellGiven =>
  async (tx, given) => {
    const { leadId, ownerId } = given;
    const told = ownerId === null ? await decidersIn(tx) : [ownerId];
    const others = told.filter((id) => id !== ctx.member?.id);
    const messages: Owed[] = [];
    for (const [id, to] of await recipientsOf(tx, 'lead', others, writable)) {
      const { memberId, platform, userId, locale, sight } = to;
      const lead = memberId === id && (await viewLead({ ...ctx, sight, db: tx }, leadId));
      const t = translator(locale && isLocale(locale) ? locale : ctx.t.locale);
      if (lead)
        messages.push({
          key: `lead:${leadId}:${id}:${ctx.now.getTime()}`,
          platform: platform as PlatformName,
          destination: `user:${userId}`,
          card: cardFor(ctx, t, lead, given),
          locale: t.locale,
          dueAt: ctx.now,
        });
    }
    await enqueue(tx, messages, ctx.now);
  };

function cardFor(ctx: Ctx, t: Translator, lead: LeadView, { ownerId, decision }: Given): Card {
  const teller = { t, custom: ctx.custom, zone: ctx.zone };
  const why = decision ? whyText(t, decision) : '';
  if (ownerId === null) return waitingCard(teller, lead, why);
  return assignedCard(teller, lead, { by: decision ? null : (ctx.member?.name ?? null), why });
}
