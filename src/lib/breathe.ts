import { setImmediate } from 'node:timers/promises';

/** For long loops: what it returns is called at each turn and awaited, and lets what waits meanwhile be answered. */
export function breather(everyMs = 20): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < everyMs) return undefined;
    return setImmediate().then(() => {
      last = performance.now();
    });
  };
}
