import { joinRequestCard } from '../../cards/people.ts';
import type { PlatformName } from '../../chat/platform.ts';
import { requestJoin } from '../../crm/people/join.ts';
import { enqueue } from '../../delivery/index.ts';
import { isLocale, translator } from '../../i18n/index.ts';
import { defineCommand } from '../define.ts';

/** A newcomer asks; every admin is told where they are, with a button that lets them in. */
export const join = defineCommand({
  id: 'crm.join',
  access: 'anyone',
  reply: 'private',
  fields: {},
  positional: [],
  async run(ctx) {
    await requestJoin(ctx, (tx, { id, name }, admins) =>
      enqueue(
        tx,
        admins.map((admin) => {
          const locale = admin.locale && isLocale(admin.locale) ? admin.locale : ctx.t.locale;
          return {
            key: `join:${id}:${ctx.now.getTime()}:${admin.platform}:${admin.userId}`,
            platform: admin.platform as PlatformName,
            destination: `user:${admin.userId}`,
            card: joinRequestCard(translator(locale), {
              id,
              name,
              platform: ctx.platform,
            }),
            locale,
            dueAt: ctx.now,
          };
        }),
        ctx.now,
      ),
    );
    return { title: [ctx.t('join.sent')], tone: 'good', blocks: [] };
  },
});
