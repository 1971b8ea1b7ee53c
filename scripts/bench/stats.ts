export const milliseconds = (value: number) => `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;

export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5);

/** How long it takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Takes turns, so that whatever else the machine does touches all alike; the first rounds are not counted. */
export async function interleaved<Name extends string>(
  works: Record<Name, () => Promise<number>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < warmUp + rounds; round++)
    for (const name of names) {
      const sample = await works[name]();
      if (round >= warmUp) samples[name].push(sample);
    }
  return samples;
}
