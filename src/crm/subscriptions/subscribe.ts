import type { DigestDays, Subscription, Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';

export type { Subscription } from '../../db/client.ts';

/** The digests there are. */
export const digests = ['pipeline'] as const;
export type DigestName = (typeof digests)[number];

export interface Wanted {
  readonly digest: DigestName;
  /** Minutes after midnight, by the organisation's clock. */
  readonly minute: number;
  readonly days: DigestDays;
}

/** Lets a digest come to the channel where it is asked for; a second time it changes when. */
export async function subscribe(ctx: Ctx, { digest, minute, days }: Wanted): Promise<Changed<Subscription>> {
  const { platform, channel } = inChannel(ctx);
  return change(ctx, 'digest.subscribe', async ({ tx, created, updated }) => {
    await lockSubscriptions(tx);
    const where = { digest_platform_channel: { digest, platform, channel } };
    const before = await tx.subscription.findUnique({ where });
    // It counts from now on: a time of today that has passed is not made up for.
    const when = { minute, days, timezone: ctx.zone, createdAt: ctx.now };
    const after = await tx.subscription.upsert({
      where,
      create: { digest, platform, channel, ...when },
      update: when,
    });
    if (before) updated('subscription', after.id, before, after);
    else created('subscription', after.id);
    return after;
  });
}

/** Of two people who set the same at once the second sees what the first has set. */
export async function lockSubscriptions(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('subscription'))`;
}

/** Where a digest can come to; one's own corner with the bot and the terminal are no channels. */
export function inChannel(ctx: Ctx): Pick<Ctx, 'platform' | 'channel'> {
  return ctx.private ? refuse('digest.no_channel') : ctx;
}
