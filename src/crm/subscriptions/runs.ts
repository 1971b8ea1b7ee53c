import type { Db } from '../../db/client.ts';

/** The job of a digest for one channel; its slots are instants in ISO text, the as-of of each digest. */
export function digestJob(where: { digest: string; platform: string; channel: string }): string {
  return `digest.${where.digest}:${where.platform}:${where.channel}`;
}

/** The as-of of the latest digest before `now` that the channel has had, or null. */
export async function lastDigest(db: Db, job: string, now: Date): Promise<Date | null> {
  const run = await db.jobRun.findFirst({
    where: { job, slot: { lt: now.toISOString() } },
    orderBy: { slot: 'desc' },
  });
  return run && new Date(run.slot);
}
