import { said } from '../../cards/parts.ts';
import { optional, withDefault } from '../../chat/field.ts';
import { lookup } from '../../chat/fields.ts';
import type { PlatformName } from '../../chat/platform.ts';
import { admit as letIn } from '../../crm/people/join.ts';
import { enqueue } from '../../delivery/index.ts';
import { isLocale, translator } from '../../i18n/index.ts';
import { defineCommand } from '../define.ts';
import { memberLookup } from '../lookups/members.ts';
import { strangerLookup } from '../lookups/strangers.ts';
import { role } from './member.ts';

/** Lets somebody in; with a member, as that one's account on another platform. */
export const admit = defineCommand({
  id: 'crm.admit',
  access: 'admin',
  reply: 'private',
  fields: {
    person: lookup({ ...strangerLookup }),
    role: withDefault(role, 'rep'),
    member: optional(lookup({ ...memberLookup })),
  },
  positional: ['person'],
  async run(ctx, { person, role, member }) {
    const { value, changeId } = await letIn(
      ctx,
      { identityId: person, role, memberId: member?.id },
      (tx, { platform, userId, ...admitted }) => {
        const locale = admitted.locale && isLocale(admitted.locale) ? admitted.locale : ctx.t.locale;
        const welcome = {
          key: `welcome:${person}:${ctx.now.getTime()}`,
          platform: platform as PlatformName,
          destination: `user:${userId}`,
          card: { title: [translator(locale)('join.welcome')], tone: 'good' as const, blocks: [] },
          locale,
          dueAt: ctx.now,
        };
        return enqueue(tx, [welcome], ctx.now);
      },
    );
    return said(
      ctx.t,
      ctx.t('join.admitted', { name: value.name, role: ctx.t(`choice.role.${value.role}`) }),
      changeId,
    );
  },
});
