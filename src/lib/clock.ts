/** Where the present comes from. Everything that asks for the time is handed one of these. */
export interface Clock {
  now(): Date;
}

/** The machine's clock; the only place that reads it. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for `--at`, demos and tests. */
export function fixedClock(at: Date): Clock {
  return { now: () => new Date(at) };
}
