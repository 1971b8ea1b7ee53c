import { digestCard } from '../cards/digest/digest.ts';
import type { PlatformName } from '../chat/platform.ts';
import { digestJob, lastDigest } from '../crm/subscriptions/runs.ts';
import type { Subscription } from '../db/client.ts';
import { transaction } from '../db/transaction.ts';
import { enqueue } from '../delivery/index.ts';
import { translator } from '../i18n/index.ts';
import { dayOf } from '../lib/dates/index.ts';
import { dailyPipeline } from '../metrics/daily-pipeline.ts';
import { asker, claimSlot, type Jobs, localeOf } from './job.ts';
import { dueSlot, type Slot } from './slots.ts';

/** Decides the digests that are due at `now`, each once. One that fails does not keep others from being made. */
export async function decideDigests(jobs: Jobs, now: Date): Promise<void> {
  const subscriptions = await jobs.db.subscription.findMany({
    where: { platform: { in: [...jobs.platforms] } },
  });
  for (const subscription of subscriptions) {
    const { minute, days, timezone: zone, createdAt } = subscription;
    const slot = dueSlot({ minute, days, zone }, now, jobs.calendar);
    if (!slot || slot.at < createdAt) continue;
    try {
      await decide(jobs, subscription, slot, now);
    } catch (error) {
      jobs.log.error({ err: error, subscription: subscription.id }, 'a digest could not be made');
    }
  }
}

/**
 * The digest is computed before the transaction that claims its slot, not within: an embedded database does one
 * transaction at a time, and nobody's command shall wait for a digest. Who loses the claim has computed in vain.
 */
async function decide(jobs: Jobs, subscription: Subscription, slot: Slot, now: Date): Promise<void> {
  const { digest, channel, timezone } = subscription;
  const platform = subscription.platform as PlatformName;
  const job = digestJob(subscription);
  const last = await lastDigest(jobs.db, job, now);
  // Also when its time was changed since: one a day.
  if (last && dayOf(last, timezone) >= slot.day) return;
  const locale = await localeOf(jobs, subscription);
  const daily = await dailyPipeline(asker(jobs, slot.at), { since: last, calendar: jobs.calendar });
  const card = digestCard(translator(locale), daily);
  await transaction(jobs.db, async (tx) => {
    if (!(await claimSlot(tx, job, slot.at, now)) || !card) return;
    const key = `digest.${digest}:${slot.day}:${platform}:${channel}`;
    await enqueue(tx, [{ key, platform, destination: channel, card, locale, dueAt: now }], now);
  });
}
