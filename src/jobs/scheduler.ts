import { schedule } from 'node-cron';
import type { Clock } from '../lib/clock.ts';

export interface Scheduler {
  start(): void;
  /** No further tick begins; resolves when the one under way has ended. */
  stop(): Promise<void>;
  /** Resolves when the tick is done; while one is under way it is that one. */
  tick(): Promise<void>;
}

/** Wakes at start and at every full minute. What is due then, the slots say; a tick too many does nothing. */
export function createScheduler(work: (now: Date) => Promise<void>, clock: Clock): Scheduler {
  let underWay: Promise<void> | null = null;
  const tick = () => {
    underWay ??= work(clock.now()).finally(() => {
      underWay = null;
    });
    return underWay;
  };
  let task: ReturnType<typeof schedule> | undefined;
  return {
    tick,
    start() {
      task = schedule('* * * * *', tick);
      tick();
    },
    async stop() {
      await task?.destroy();
      await underWay;
    },
  };
}
