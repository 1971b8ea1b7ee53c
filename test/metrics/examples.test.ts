import { beforeEach, describe, expect, it } from 'vitest';
import { averageSize } from '../../src/metrics/average-size.ts';
import { leadConversion } from '../../src/metrics/leads-conversion.ts';
import { newLeads } from '../../src/metrics/leads-new.ts';
import { pipeline } from '../../src/metrics/pipeline.ts';
import { recordsOf } from '../../src/metrics/records.ts';
import { revenueWon } from '../../src/metrics/revenue-won.ts';
import { salesCycle } from '../../src/metrics/sales-cycle.ts';
import { timeToClose } from '../../src/metrics/time-to-close.ts';
import { winRate } from '../../src/metrics/win-rate.ts';
import { wonByUnit } from '../../src/metrics/won-by.ts';
import { testDatabase } from '../support/database.ts';
import { type StageName, world, year } from './world.ts';

const { prisma, truncate } = await testDatabase();
const { begin, deal, lead, asker } = world(prisma);
const ctx = asker('2026-11-22T05:00:00Z');
const scope = { period: year };

beforeEach(async () => {
  await truncate();
  await begin();
});

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString();
const closed = (stage: StageName, days: number, more = {}) =>
  deal({
    created: day(10),
    events: [
      ['New lead', day(10)],
      [stage, day(10 + days)],
    ],
    ...more,
  });
const times = async (n: number, make: (i: number) => Promise<unknown>) => {
  for (let i = 0; i < n; i++) await make(i);
};

describe('the worked examples of the definitions', () => {
  it('10 won of 30 closed deals are a win rate of 33.33 percent, whatever is open', async () => {
    await times(10, () => closed('Won', 5, { amount: '300' }));
    await times(20, () => closed('Lost', 5, { amount: '100' }));
    await times(7, () => deal({ created: day(10) }));
    const rate = await winRate(ctx, scope);
    expect(rate).toMatchObject({ value: '33.33', numerator: '10', denominator: '30', open: 7 });
    expect(rate.byValue).toMatchObject({ value: '60', numerator: '3000', denominator: '5000', excluded: [] });
  });

  it('100 leads of which 20 became customers are a conversion of 20 percent', async () => {
    const ids: number[] = [];
    await times(100, async (i) => ids.push(await lead(day(i))));
    for (const leadId of ids.slice(0, 20)) await closed('Won', 30, { leadId });
    await closed('Won', 40, { leadId: ids[0] }); // a second deal of the same lead
    for (const leadId of ids.slice(20, 30)) await closed('Lost', 30, { leadId });
    const rate = await leadConversion(ctx, scope);
    expect(rate).toMatchObject({ value: '20', numerator: '20', denominator: '100' });
    expect(await newLeads(ctx, scope)).toMatchObject({ value: '100', unit: 'count' });
  });

  it('450 days over 10 deals are a sales cycle of 45 days, with median and 90th percentile beside it', async () => {
    await times(5, () => closed('Won', 30));
    await times(5, () => closed('Won', 60));
    await closed('Lost', 300);
    const cycle = await salesCycle(ctx, scope);
    expect(cycle).toMatchObject({ value: '45', numerator: '450', denominator: '10', unit: 'days' });
    expect(cycle).toMatchObject({ count: 10, median: '45', p90: '60' });
  });

  it('1 tỷ over 100 deals is an average size of 10 triệu', async () => {
    await times(100, () => closed('Won', 5, { amount: '10000000' }));
    const size = await averageSize(ctx, scope);
    expect(size).toMatchObject({
      value: '10000000',
      numerator: '1000000000',
      denominator: '100',
      unit: 'VND',
    });
    expect(await revenueWon(ctx, scope)).toMatchObject({ value: '1000000000', count: 100 });
  });

  it('the cycle begins with the lead that the deal came from, the time to close with the deal', async () => {
    await closed('Won', 20, { leadId: await lead(day(0)) });
    expect((await salesCycle(ctx, scope)).value).toBe('30');
    expect((await timeToClose(ctx, scope)).value).toBe('20');
  });

  it('time to close counts deals won and lost', async () => {
    await closed('Won', 10);
    await closed('Lost', 21);
    expect(await timeToClose(ctx, scope)).toMatchObject({ value: '15.5', numerator: '31', denominator: '2' });
  });

  it('the pipeline has open deals only: number, value, weighted value and mean days, in all and by stage', async () => {
    const at = (stage: StageName, since: string, amount: string) =>
      deal({
        created: day(0),
        events: [
          ['New lead', day(0)],
          [stage, since],
        ],
        amount,
      });
    await at('Negotiation', '2026-11-20T05:00:00Z', '1000.55');
    await at('Negotiation', '2026-11-21T05:00:00Z', '500');
    await at('Consulting', '2026-11-12T05:00:00Z', '200');
    await at('Won', '2026-11-20T05:00:00Z', '9999');
    await at('Lost', '2026-11-20T05:00:00Z', '9999');
    const { stages, ...all } = await pipeline(ctx, {});
    expect(all).toMatchObject({ count: 3, value: '1700.55', weighted: '940.33', unit: 'VND', excluded: [] });
    expect(stages.map(({ nameEn, count, value, meanDays }) => [nameEn, count, value, meanDays])).toEqual([
      ['New lead', 0, '0', null],
      ['Consulting', 1, '200', '10'],
      ['Quote sent', 0, '0', null],
      ['Negotiation', 2, '1500.55', '1.5'],
      ['Contract closing', 0, '0', null],
    ]);
  });
});

describe('every figure', () => {
  it('says that there is nothing to divide by, instead of zero', async () => {
    await deal({ created: day(10) });
    for (const [measure, empty] of [
      [winRate, 'no_deals_closed'],
      [timeToClose, 'no_deals_closed'],
      [averageSize, 'no_deals_won'],
      [salesCycle, 'no_deals_won'],
      [leadConversion, 'no_leads'],
    ] as const)
      expect(await measure(ctx, scope)).toMatchObject({ value: null, empty, denominator: '0' });
    expect(await revenueWon(ctx, scope)).toMatchObject({ value: '0', empty: null });
    expect(await newLeads(ctx, scope)).toMatchObject({ value: '0', empty: null });
  });

  it('lists the records behind it, the latest first, with what each counts as', async () => {
    await closed('Won', 5, { title: 'Một', amount: '250.50' });
    await closed('Lost', 6, { title: 'Hai' });
    await closed('Won', 7, { title: 'Ba', amount: null });
    const first = { id: 'D-1', name: 'Một' };
    expect(await recordsOf(ctx, await revenueWon(ctx, scope), 10)).toEqual([{ ...first, part: '250.50' }]);
    expect(await recordsOf(ctx, await winRate(ctx, scope), 2)).toEqual([
      { id: 'D-3', name: 'Ba', part: 'WON' },
      { id: 'D-2', name: 'Hai', part: 'LOST' },
    ]);
    const [, cycle] = await recordsOf(ctx, await salesCycle(ctx, scope), 10);
    expect(cycle).toMatchObject(first);
    expect(Number(cycle?.part)).toBe(5 * 86_400);
  });

  it('leaves out a deal that closed before it began, and says which', async () => {
    await closed('Won', 10);
    const id = await deal({ created: day(10), events: [['Won', day(9)]] });
    const excluded = [{ reason: 'ended_before_begin', count: 1, ids: [`D-${id}`] }];
    expect(await timeToClose(ctx, scope)).toMatchObject({ value: '10', denominator: '1', excluded });
    expect((await winRate(ctx, scope)).denominator).toBe('2');
  });
});

it('won revenue by week is cut at local Mondays and at the ends of the period, and adds up to the revenue', async () => {
  const won = (at: string, amount: string) =>
    deal({
      created: day(0),
      events: [
        ['New lead', day(0)],
        ['Won', at],
      ],
      amount,
    });
  await won('2026-10-31T17:00:00Z', '1'); // 1 November, 00:00 in Hanoi
  await won('2026-11-01T16:59:59.999Z', '2'); // Sunday the 1st, the last instant
  await won('2026-11-01T17:00:00Z', '4'); // Monday the 2nd
  await won('2026-10-31T16:59:59.999Z', '100'); // October
  const november = { period: { from: '2026-11-01', to: '2026-11-30' } };
  const { unit, buckets } = await wonByUnit(ctx, november);
  expect(unit).toBe('week');
  expect(buckets.map(({ period, value }) => [period.from, period.to, value])).toEqual([
    ['2026-11-01', '2026-11-01', '3'],
    ['2026-11-02', '2026-11-08', '4'],
    ['2026-11-09', '2026-11-15', '0'],
    ['2026-11-16', '2026-11-22', '0'],
    ['2026-11-23', '2026-11-29', null],
    ['2026-11-30', '2026-11-30', null],
  ]);
  expect((await revenueWon(ctx, november)).value).toBe('7');
});
