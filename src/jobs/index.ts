import type { Courier } from '../delivery/index.ts';
import type { Clock } from '../lib/clock.ts';
import { decideAudits } from './audit.ts';
import { decideDigests } from './digest.ts';
import type { Jobs } from './job.ts';
import { decideNudges } from './nudge.ts';
import { createScheduler } from './scheduler.ts';

export interface JobsOptions extends Jobs {
  readonly clock: Clock;
  /** Told when something may have been enqueued. */
  readonly courier: Pick<Courier, 'poke'>;
}

/** The digests, nudges and audits. `tick` decides what is due at an instant; it never rejects, and failures are tried again. */
export function createJobs(options: JobsOptions) {
  const { clock, courier, log } = options;
  async function tick(now: Date): Promise<void> {
    for (const decide of [decideDigests, decideNudges, decideAudits]) {
      try {
        await decide(options, now);
      } catch (error) {
        log.error({ err: error, job: decide.name }, 'a job failed');
      }
    }
    courier.poke();
  }
  const { start, stop } = createScheduler(tick, clock);
  return { start, stop, tick };
}
