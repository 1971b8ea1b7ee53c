import { handoverCard, takenOverCard } from '../../cards/handover.ts';
import { withDefault } from '../../chat/field.ts';
import { choice, lookup } from '../../chat/fields.ts';
import type { PlatformName } from '../../chat/platform.ts';
import type { Ctx } from '../../crm/context.ts';
import { handOver, type TellHandedOver } from '../../crm/handover/hand-over.ts';
import { recipientsOf, writable } from '../../crm/people/recipients.ts';
import { enqueue } from '../../delivery/index.ts';
import { isLocale, translator } from '../../i18n/index.ts';
import { defineCommand } from '../define.ts';
import { anyMemberLookup } from '../lookups/members.ts';
import { people } from '../lookups/people.ts';

const all = choice<'yes' | 'no', Ctx>({
  options: [
    { value: 'no', label: 'choice.all.no' },
    { value: 'yes', label: 'choice.all.yes' },
  ],
});

/** Hands over what somebody has who leaves or moves on: to one colleague, or to several in even shares. */
export const handover = defineCommand({
  id: 'crm.handover',
  access: 'manager',
  reply: 'private',
  fields: { member: lookup({ ...anyMemberLookup }), to: people, all: withDefault(all, 'no') },
  positional: ['member', 'to'],
  async run(ctx, { member, to, all }) {
    const input = { from: member, to, all: all === 'yes' };
    const { value, changeId } = await handOver(ctx, input, tell(ctx));
    return handoverCard(ctx.t, value, changeId);
  },
});

/** Tells those who got something, where they can be written to. */
const tell =
  (ctx: Ctx): TellHandedOver =>
  async (tx, { from, shares }) => {
    const got = shares.filter(
      ({ member, counts }) =>
        member.id !== ctx.member?.id && Object.values(counts).some((count) => count > 0),
    );
    const ids = got.map(({ member }) => member.id);
    const recipients = await recipientsOf(tx, null, ids, writable);
    const messages = got.flatMap((share) => {
      const to = recipients.get(share.member.id);
      if (to?.memberId !== share.member.id) return [];
      const t = translator(to.locale && isLocale(to.locale) ? to.locale : ctx.t.locale);
      return {
        key: `handover:${from.id}:${to.memberId}:${ctx.now.getTime()}`,
        platform: to.platform as PlatformName,
        destination: `user:${to.userId}`,
        card: takenOverCard(t, from.name, share),
        locale: t.locale,
        dueAt: ctx.now,
      };
    });
    await enqueue(tx, messages, ctx.now);
  };
