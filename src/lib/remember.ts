import type { Clock } from './clock.ts';

const memoryMs = 5 * 60_000;
const most = 1000;

/** Asks once in five minutes for each id, and keeps no more than a thousand answers. A failure is not remembered. */
export function remembering<T>(clock: Clock, ask: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, { until: number; value: Promise<T> }>();
  return (id) => {
    const now = clock.now().getTime();
    const found = known.get(id);
    if (found && found.until > now) return found.value;
    const value = ask(id);
    known.delete(id);
    known.set(id, { until: now + memoryMs, value });
    value.catch(() => known.delete(id));
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
