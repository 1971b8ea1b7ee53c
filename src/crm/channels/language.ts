import type { Locale } from '../../i18n/index.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';

/** Sets the language that is spoken to a whole channel. One's own corner with the bot is no channel. */
export async function setLanguage(ctx: Ctx, locale: Locale): Promise<Changed<null>> {
  if (ctx.private) refuse('settings.private');
  return change(ctx, 'crm.settings', async ({ tx, created, updated }) => {
    // Of two at once the second sees what the first has set.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('channel'))`;
    const where = { platform_channel: { platform: ctx.platform, channel: ctx.channel } };
    const before = await tx.channel.findUnique({ where });
    if (before?.locale === locale) refuse('edit.nothing');
    const after = await tx.channel.upsert({
      where,
      create: { platform: ctx.platform, channel: ctx.channel, locale },
      update: { locale },
    });
    if (before) updated('channel', before.id, before, after);
    else created('channel', after.id);
    return null;
  });
}
