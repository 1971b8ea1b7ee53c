import { afterEach, describe, expect, it, vi } from 'vitest';
import { createScheduler } from '../../src/jobs/scheduler.ts';
import { deferred } from '../delivery/fake.ts';

afterEach(() => vi.useRealTimers());

describe('the scheduler', () => {
  it('wakes at start and then at every full minute, until it is stopped', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-23T01:28:40Z') });
    const woke: string[] = [];
    const scheduler = createScheduler(
      async (now) => {
        woke.push(now.toISOString().slice(11, 19));
      },
      { now: () => new Date() },
    );
    scheduler.start();
    await vi.advanceTimersByTimeAsync(140_500);
    expect(woke).toEqual(['01:28:40', '01:29:00', '01:30:00', '01:31:00']);
    await scheduler.stop();
    await vi.advanceTimersByTimeAsync(180_000);
    expect(woke).toHaveLength(4);
  });

  it('does not run twice at once, and waits for the tick under way when it stops', async () => {
    const go = deferred();
    let running = 0;
    let most = 0;
    const scheduler = createScheduler(
      async () => {
        most = Math.max(most, ++running);
        await go.promise;
        running--;
      },
      { now: () => new Date() },
    );
    const ticks = [scheduler.tick(), scheduler.tick()];
    const stopped = scheduler.stop().then(() => running);
    go.resolve();
    await Promise.all(ticks);
    expect(most).toBe(1);
    expect(await stopped).toBe(0);
  });
});
