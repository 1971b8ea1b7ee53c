import type { Subscription } from '../../db/client.ts';
import type { Ctx } from '../context.ts';

/** The digests of the channel; where there is no channel, those of all. */
export function listSubscriptions({ db, platform, channel, ...ctx }: Ctx): Promise<Subscription[]> {
  return db.subscription.findMany({
    where: ctx.private ? {} : { platform, channel },
    orderBy: [{ platform: 'asc' }, { channel: 'asc' }, { digest: 'asc' }],
  });
}
