import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { every } from '../../src/crm/visibility.ts';
import { averageSize } from '../../src/metrics/average-size.ts';
import type { Duration } from '../../src/metrics/durations.ts';
import { percent, ratio } from '../../src/metrics/exact.ts';
import type { Asker } from '../../src/metrics/measured.ts';
import { movedSince } from '../../src/metrics/moved.ts';
import { pipeline } from '../../src/metrics/pipeline.ts';
import { revenueWon } from '../../src/metrics/revenue-won.ts';
import { salesCycle } from '../../src/metrics/sales-cycle.ts';
import { timeToClose } from '../../src/metrics/time-to-close.ts';
import { winRate } from '../../src/metrics/win-rate.ts';
import { describeOnPostgres, type TestDatabase, testDatabase } from '../support/database.ts';
import { history, hour, instant, midnight, write } from './histories.ts';
import { answers, type History, moves } from './plain.ts';
import { world } from './world.ts';

const day = 24 * hour;

const asked = fc.record({
  now: instant,
  since: instant,
  /** Days of March. */
  from: fc.integer({ min: 1, max: 8 }),
  length: fc.integer({ min: 1, max: 5 }),
  sight: fc.constantFrom('all' as const, [1], [1, 2]),
  ownerId: fc.constantFrom(undefined, undefined, 1),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

const ids = (excluded: readonly { ids: readonly string[] }[]) => excluded.flatMap(({ ids }) => ids).sort();

async function compare(base: Asker, histories: readonly History[], asked: Asked): Promise<void> {
  const { now, from, length, sight, ownerId } = asked;
  const ctx = { ...base, now: new Date(now), sight: every(sight) };
  const march = (n: number) => `2026-03-${String(n).padStart(2, '0')}`;
  const scope = { period: { from: march(from), to: march(from + length - 1) }, ownerId, currency: 'VND' };
  const start = midnight + (from - 2) * day;
  const question = { now, start, end: start + length * day, sight, ownerId, currency: 'VND' };
  const plain = answers(histories, question);

  const { cents, count, without } = plain.revenue;
  const revenue = await revenueWon(ctx, scope);
  expect(revenue.value).toBe(count || !without.length ? ratio(cents, 100) : null);
  expect(ids(revenue.excluded)).toEqual(without.sort());
  expect((await averageSize(ctx, scope)).value).toBe(ratio(cents, 100 * count));

  const rate = await winRate(ctx, scope);
  const { won, all, open } = plain.winRate;
  expect(rate).toMatchObject({ value: percent(won, all), numerator: `${won}`, denominator: `${all}`, open });
  expect(rate.byValue.value).toBe(percent(plain.winRate.wonCents, plain.winRate.cents));

  same(await salesCycle(ctx, scope), plain.cycle);
  same(await timeToClose(ctx, scope), plain.close);

  const piped = await pipeline(ctx, scope);
  expect(piped.count).toBe(plain.pipeline.count);
  expect(ids(piped.excluded)).toEqual(plain.pipeline.without.sort());
  const stages = plain.pipeline.stages.map(({ count, cents, priced, rested }) => ({
    ...{
      count,
      value: count > 0 && priced === 0 ? null : ratio(cents, 100),
      meanDays: ratio(rested, day * count),
    },
  }));
  expect(piped.stages).toMatchObject(stages);

  const since = Math.min(asked.since, now);
  const moved = await movedSince(ctx, { since: new Date(since), ownerId });
  const counts = Object.fromEntries(moved.map(({ kind, count }) => [kind, count]));
  expect(counts).toEqual(moves(histories, since, question));
}

function same(duration: Duration, spans: readonly number[]): void {
  const total = spans.reduce((sum, span) => sum + span, 0);
  expect(duration.numerator).toBe(ratio(total, day));
  expect([duration.value, duration.count]).toEqual([ratio(total, day * spans.length), spans.length]);
  const sorted = [...spans].sort((a, b) => a - b);
  const quantile = (q: number) => {
    const place = q * (sorted.length - 1);
    const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return (low + (high - low) * (place % 1)) / day;
  };
  if (spans.length === 0) expect([duration.median, duration.p90]).toEqual([null, null]);
  else {
    expect(Number(duration.median)).toBeCloseTo(quantile(0.5), 1);
    expect(Number(duration.p90)).toBeCloseTo(quantile(0.9), 1);
  }
}

const title = 'figures equal a slow and plain computation over the same histories';

function everyHistory(database: () => TestDatabase, numRuns = 30): void {
  it('whatever happened, whoever asks, and as of whenever', async () => {
    const { prisma, truncate } = database();
    const { begin, member, stage, asker } = world(prisma);
    await truncate();
    await begin();
    for (const name of ['An', 'Bình']) await member(name);
    const base = asker('2026-03-02T00:00:00Z');
    const histories = fc.array(history, { minLength: 1, maxLength: 12 });
    const questions = fc.array(asked, { minLength: 3, maxLength: 3 });
    const check = async (histories: History[], questions: Asked[]) => {
      await write(prisma, stage, histories);
      for (const asked of questions) await compare(base, histories, asked);
    };
    await fc.assert(fc.asyncProperty(histories, questions, check), { numRuns });
  }, 60_000);
}

describe(title, async () => {
  const database = await testDatabase();
  everyHistory(() => database, 8);
});

describeOnPostgres(title, (database) => everyHistory(database));
