import { sharedCard } from '../../cards/assigned.ts';
import type { PlatformName } from '../../chat/platform.ts';
import type { Ctx } from '../../crm/context.ts';
import type { TellShares } from '../../crm/leads/owner.ts';
import { recipientsOf, writable } from '../../crm/people/recipients.ts';
import { enqueue } from '../../delivery/index.ts';
import { isLocale, translator } from '../../i18n/index.ts';

/** Tells each owner how many leads one change has given them, where they can be written to and see their leads. */
export const tellShares =
  (ctx: Ctx): TellShares =>
  async (tx, changeId, shares) => {
    const ids = shares.map(({ member }) => member.id);
    const recipients = await recipientsOf(tx, 'lead', ids, writable);
    const messages = shares.flatMap((share) => {
      const to = recipients.get(share.member.id);
      if (to?.memberId !== share.member.id) return [];
      const t = translator(to.locale && isLocale(to.locale) ? to.locale : ctx.t.locale);
      return {
        key: `leads:${changeId}:${to.memberId}`,
        platform: to.platform as PlatformName,
        destination: `user:${to.userId}`,
        card: sharedCard(t, share),
        locale: t.locale,
        dueAt: ctx.now,
      };
    });
    await enqueue(tx, messages, ctx.now);
  };
