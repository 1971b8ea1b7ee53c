import { beforeEach, expect, it } from 'vitest';
import { every } from '../../src/crm/visibility.ts';
import { averageSize } from '../../src/metrics/average-size.ts';
import { reportingCurrency } from '../../src/metrics/currency.ts';
import { metrics } from '../../src/metrics/index.ts';
import { leadConversion } from '../../src/metrics/leads-conversion.ts';
import { newLeads } from '../../src/metrics/leads-new.ts';
import { pipeline } from '../../src/metrics/pipeline.ts';
import { recordsOf } from '../../src/metrics/records.ts';
import { revenueWon } from '../../src/metrics/revenue-won.ts';
import { winRate } from '../../src/metrics/win-rate.ts';
import { testDatabase } from '../support/database.ts';
import { type DealSpec, world, year } from './world.ts';

const { prisma, truncate } = await testDatabase();
const { begin, deal, lead, member, asker } = world(prisma);
const ctx = asker('2026-11-22T05:00:00Z');
const scope = { period: year };
const at = '2026-05-05T05:00:00Z';
const won = (more: Partial<DealSpec>) => deal({ created: at, events: [['Won', at]], ...more });

beforeEach(async () => {
  await truncate();
  await begin();
});

it('amounts of another currency are never added up: they are left out and listed with their sum', async () => {
  await won({ amount: '1000000' });
  await won({ amount: '12.5', currency: 'USD' });
  await won({ amount: '0.25', currency: 'USD' });
  await won({ amount: '7', currency: 'EUR' });
  await won({ amount: null });
  const excluded = [
    { reason: 'no_amount', count: 1, ids: ['D-5'] },
    { reason: 'other_currency', count: 1, ids: ['D-4'], amount: '7', currency: 'EUR' },
    { reason: 'other_currency', count: 2, ids: ['D-2', 'D-3'], amount: '12.75', currency: 'USD' },
  ];
  expect(await revenueWon(ctx, scope)).toMatchObject({ value: '1000000', unit: 'VND', excluded });
  expect(await averageSize(ctx, scope)).toMatchObject({ value: '1000000', denominator: '1', excluded });
  expect(await winRate(ctx, scope)).toMatchObject({ denominator: '5', excluded: [], byValue: { excluded } });
  expect(await revenueWon(ctx, { ...scope, currency: 'USD' })).toMatchObject({ value: '12.75', unit: 'USD' });
});

it('a company that has all its amounts in one other currency gets its figures in that one', async () => {
  expect(await reportingCurrency(ctx)).toBe('VND');
  await won({ amount: '100', currency: 'USD' });
  await won({ amount: null });
  expect(await revenueWon(ctx, scope)).toMatchObject({ value: '100', unit: 'USD' });
  // In a period without deals too, so that two periods can be compared.
  const before = { period: { from: '2025-01-01', to: '2025-12-31' } };
  expect(await revenueWon(ctx, before)).toMatchObject({ value: '0', unit: 'USD' });
  await won({ amount: '100', currency: 'EUR' });
  expect(await revenueWon(ctx, scope)).toMatchObject({ value: null, empty: 'no_amounts', unit: 'VND' });
  await won({ amount: '1', currency: 'VND' });
  expect(await reportingCurrency(ctx)).toBe('VND');
});

it('a currency that was asked for is kept, though nothing is in it', async () => {
  await won({ amount: '100', currency: 'USD' });
  const revenue = await revenueWon(ctx, { ...scope, currency: 'EUR' });
  expect(revenue).toMatchObject({
    value: null,
    unit: 'EUR',
    excluded: [{ currency: 'USD', amount: '100' }],
  });
});

it('sums are exact where floats are not', async () => {
  for (let i = 0; i < 3; i++) await won({ amount: '0.10' });
  await won({ amount: '99999999999999999.99' });
  expect((await revenueWon(ctx, scope)).value).toBe('100000000000000000.29');
  expect((await averageSize(ctx, scope)).value).toBe('25000000000000000.07');
});

it('a rep is told of the records of their own team and of nobody, in every figure and its records', async () => {
  const [an, binh] = [await member('An'), await member('Bình')];
  for (const ownerId of [an, binh, null]) {
    const leadId = await lead(at, ownerId);
    await won({ ownerId, leadId, amount: '10' });
    await deal({ created: at, ownerId, amount: '10' });
    const answer = { kind: 'CALL', text: 'Gọi', at: new Date(at), leadId, memberId: an } as const;
    await prisma.activity.create({ data: answer });
  }
  await prisma.lead.updateMany({ data: { mqlAt: new Date(at) } });
  const rep = { ...ctx, sight: every([an]) };
  const values = async (asked: typeof ctx, ownerId?: number) => ({
    revenue: (await revenueWon(asked, { ...scope, ownerId })).value,
    open: (await pipeline(asked, { ownerId })).count,
    won: (await winRate(asked, { ...scope, ownerId })).open,
    leads: (await newLeads(asked, { ...scope, ownerId })).value,
    converted: (await leadConversion(asked, { ...scope, ownerId })).numerator,
  });
  expect(await values(ctx)).toEqual({ revenue: '30', open: 3, won: 3, leads: '3', converted: '3' });
  expect(await values(rep)).toEqual({ revenue: '20', open: 2, won: 2, leads: '2', converted: '2' });
  expect(await values(rep, an)).toEqual({ revenue: '10', open: 1, won: 1, leads: '1', converted: '1' });
  expect(await values(rep, binh)).toEqual({ revenue: '0', open: 0, won: 0, leads: '0', converted: '0' });
  for (const measure of Object.values(metrics)) {
    const measured = await measure(rep, scope);
    // Data quality is that of the open deals and of the leads.
    const wanted = measured.id === 'quality.score' ? 4 : 2;
    expect(await recordsOf(rep, measured, 100)).toHaveLength(wanted);
  }
});

it('a lead is not converted by a deal that the asker may not see', async () => {
  const [an, binh] = [await member('An'), await member('Bình')];
  await won({ ownerId: binh, leadId: await lead(at, an) });
  expect((await leadConversion(ctx, scope)).numerator).toBe('1');
  expect((await leadConversion({ ...ctx, sight: every([an]) }, scope)).numerator).toBe('0');
});

it('new leads are counted by source, most first', async () => {
  for (const source of ['referral', 'website', 'website']) await lead(at, null, source);
  await lead('2025-12-31T16:59:59.999Z'); // last year in Hanoi
  expect((await newLeads(ctx, scope)).bySource).toEqual([
    { source: 'website', count: 2 },
    { source: 'referral', count: 1 },
  ]);
});
