import type { Subscription } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { type DigestName, inChannel, lockSubscriptions } from './subscribe.ts';

/** Ends a digest of the channel where it is asked for. */
export async function unsubscribe(ctx: Ctx, digest: DigestName): Promise<Changed<Subscription>> {
  const { platform, channel } = inChannel(ctx);
  return change(ctx, 'digest.stop', async ({ tx, deleted }) => {
    await lockSubscriptions(tx);
    const where = { digest_platform_channel: { digest, platform, channel } };
    const row = (await tx.subscription.findUnique({ where })) ?? refuse('digest.none_here');
    await tx.subscription.delete({ where });
    deleted('subscription', { ...row });
    return row;
  });
}
