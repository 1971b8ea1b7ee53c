import type { Logger } from 'pino';
import { analyse } from '../db/analyse.ts';
import { forget, type Recovery, recover } from './recover.ts';

const minute = 60_000;

/**
 * Every minute takes up what was left lying, at start too, and learns what other replicas have set (`refresh`); forgets
 * once a day what is old. Made before the platforms start: what they take in from then on is under way.
 */
export function createUpkeep(
  options: Omit<Recovery, 'until'> & { log: Logger; alone: boolean; refresh(): Promise<void> },
) {
  const { log, alone, db, clock } = options;
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  let forgotten = 0;
  const begun = clock.now();
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);

  async function once(until: Date) {
    try {
      await options.refresh();
      const taken = await recover({ ...options, until });
      if (taken) log.warn({ taken }, 'took up invocations that had not been answered');
      if (clock.now().getTime() - forgotten < 24 * 60 * minute) return;
      forgotten = clock.now().getTime();
      await forget(db, clock);
      if (alone) await analyse(db);
    } catch (error) {
      log.error({ err: error }, 'upkeep failed; tried again in a minute');
    }
  }

  return {
    start() {
      work = once(alone ? begun : ago(minute));
      timer = setInterval(() => {
        work = work.then(() => once(ago(minute)));
      }, minute);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await work;
    },
  };
}
