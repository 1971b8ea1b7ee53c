import type { Clock } from '../../../src/lib/clock.ts';

const EPOCH = 1420070400000n;

/** Snowflakes: the moment in the high bits, a counter in the low ones, so later is always greater. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(clock.now().getTime()) - EPOCH) << 22n;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}
