import type { Logger } from 'pino';
import { analyse } from '../db/analyse.ts';
import { forget, type Recovery, recover } from './recover.ts';

const minute = 60_000;

/**
 * Every minute takes up what was left lying, at start too, and learns what other replicas have set (`refresh`); forgets
 * once a day what is old.
 */
export function createUpkeep(
  options: Omit<Recovery, 'minAgeMs'> & { log: Logger; alone: boolean; refresh(): Promise<void> },
) {
  const { log, alone, db, clock } = options;
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  let forgotten = 0;

  const born = clock.now().getTime();

  async function once(minAge: () => number) {
    try {
      await options.refresh();
      const taken = await recover({ ...options, minAgeMs: minAge() });
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
      // What came in since this process began is under way in it.
      work = once(() => (alone ? clock.now().getTime() - born : minute));
      timer = setInterval(() => {
        work = work.then(() => once(() => minute));
      }, minute);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await work;
    },
  };
}
