import { beforeEach, describe, expect, it } from 'vitest';
import { undo } from '../../src/crm/changes/undo.ts';
import type { Ctx } from '../../src/crm/context.ts';
import { editDeal } from '../../src/crm/deals/edit.ts';
import { enterStage, ofKind } from '../../src/crm/deals/enter.ts';
import { openDeal } from '../../src/crm/deals/open.ts';
import { reopenDeal } from '../../src/crm/deals/reopen.ts';
import { every } from '../../src/crm/visibility.ts';
import { translator } from '../../src/i18n/index.ts';
import { previousPeriod } from '../../src/lib/dates/index.ts';
import { movedSince } from '../../src/metrics/moved.ts';
import { pipeline } from '../../src/metrics/pipeline.ts';
import { revenueWon } from '../../src/metrics/revenue-won.ts';
import { salesCycle } from '../../src/metrics/sales-cycle.ts';
import { winRate } from '../../src/metrics/win-rate.ts';
import { testDatabase } from '../support/database.ts';
import { world, year } from './world.ts';

const { prisma, truncate } = await testDatabase();
const { begin, deal, lead, member, asker } = world(prisma);
const later = asker('2026-11-22T05:00:00Z');

beforeEach(async () => {
  await truncate();
  await begin();
});

describe('a period', () => {
  const won = (at: string) => deal({ created: at, events: [['Won', at]], amount: '1' });
  const revenue = async (zone: string, from: string, to: string) =>
    (await revenueWon({ ...later, zone }, { period: { from, to } })).value;

  it('runs from local midnight to local midnight, both days included', async () => {
    await won('2026-03-01T17:00:00.000Z'); // 2 March, 00:00 in Hanoi
    await won('2026-03-02T16:59:59.999Z'); // its last instant
    await won('2026-03-01T16:59:59.999Z'); // 1 March
    await won('2026-03-02T17:00:00.000Z'); // 3 March
    expect(await revenue('Asia/Ho_Chi_Minh', '2026-03-02', '2026-03-02')).toBe('2');
    expect(await revenue('Asia/Ho_Chi_Minh', '2026-03-01', '2026-03-03')).toBe('4');
  });

  it('has 23 hours on the day when the clocks go forward, and moves no deal to another day', async () => {
    await won('2026-03-08T05:00:00.000Z'); // 8 March, 00:00 in New York (winter time)
    await won('2026-03-09T03:59:59.999Z'); // 8 March, 23:59 (summer time)
    await won('2026-03-09T04:00:00.000Z'); // 9 March, 00:00
    expect(await revenue('America/New_York', '2026-03-08', '2026-03-08')).toBe('2');
    expect(await revenue('America/New_York', '2026-03-09', '2026-03-09')).toBe('1');
  });

  it('is compared with the one of the same length before: February with January, 28 days or 31', async () => {
    await won('2026-01-31T16:59:59.999Z');
    await won('2025-12-31T17:00:00.000Z');
    const before = previousPeriod({ from: '2026-02-01', to: '2026-02-28' });
    expect((await revenueWon(later, { period: before })).value).toBe('2');
  });
});

describe('state', () => {
  it('is open again without a close time when the deal was reopened', async () => {
    await deal({
      created: '2026-01-01T00:00:00Z',
      events: [
        ['New lead', '2026-01-01T00:00:00Z'],
        ['Won', '2026-02-01T00:00:00Z'],
        ['Negotiation', '2026-03-01T00:00:00Z'],
      ],
    });
    expect((await winRate(later, { period: year })).value).toBeNull();
    expect((await salesCycle(later, { period: year })).count).toBe(0);
    expect((await pipeline(later, {})).count).toBe(1);
    // It was won as of February, and stays so for who asks as of February.
    expect((await winRate({ ...later, now: new Date('2026-02-15') }, { period: year })).value).toBe('100');
  });

  it('ignores an event from when it was revoked on, and only from then on', async () => {
    await deal({
      created: '2026-01-01T00:00:00Z',
      events: [
        ['Negotiation', '2026-01-01T00:00:00Z'],
        ['Won', '2026-02-01T00:00:00Z', '2026-02-03T00:00:00Z'],
      ],
    });
    const won = async (now: string) =>
      (await revenueWon({ ...later, now: new Date(now) }, { period: year })).count;
    expect(await won('2026-01-31T23:59:59.999Z')).toBe(0);
    expect(await won('2026-02-01T00:00:00Z')).toBe(1);
    expect(await won('2026-02-02T23:59:59.999Z')).toBe(1);
    expect(await won('2026-02-03T00:00:00Z')).toBe(0);
  });

  it('is that of the last written event where several have one moment', async () => {
    const at = '2026-01-05T00:00:00Z';
    await deal({
      created: at,
      events: [
        ['Negotiation', at],
        ['Won', at],
        ['Quote sent', at],
      ],
    });
    const { stages } = await pipeline(later, {});
    expect(stages.filter(({ count }) => count > 0).map(({ nameEn }) => nameEn)).toEqual(['Quote sent']);
  });

  it('knows nothing of what was created after the instant', async () => {
    await deal({ created: '2026-05-02T00:00:00Z', events: [['New lead', '2026-05-01T00:00:00Z']] });
    expect((await pipeline({ ...later, now: new Date('2026-05-01T12:00:00Z') }, {})).count).toBe(0);
    expect((await pipeline({ ...later, now: new Date('2026-05-02T00:00:00Z') }, {})).count).toBe(1);
  });
});

describe('the past', () => {
  it('does not know a lead that the deal was tied to later', async () => {
    const leadId = await lead('2026-03-01T00:00:00Z');
    await deal({ created: '2026-01-01T00:00:00Z', leadId, events: [['Won', '2026-01-31T00:00:00Z']] });
    const cycle = await salesCycle(asker('2026-02-15T00:00:00Z'), { period: year });
    expect(cycle).toMatchObject({ value: '30', excluded: [] });
  });

  const t = translator('en');
  const at = (now: string): Ctx => ({
    ...asker(now),
    ...{
      t,
      access: 'admin',
      reach: every('all'),
      custom: [],
      member: null,
      ...{ platform: 'terminal', userId: '1', channel: '1', private: true, eventKey: null },
    },
  });

  it('is counted with the amounts, currencies and owners of then, after any number of edits and undos', async () => {
    const [an, binh] = [await member('An'), await member('Bình')];
    const { value } = await openDeal(at('2026-01-01T00:00:00Z'), {
      title: 'Gia hạn',
      amount: { amount: '100', currency: 'VND' },
      ownerId: an,
    });
    const edit = (now: string, what: Parameters<typeof editDeal>[2]) => editDeal(at(now), value.id, what);
    await edit('2026-02-01T00:00:00Z', { amount: { amount: '200', currency: 'VND' } });
    const toBinh = await edit('2026-03-01T00:00:00Z', { ownerId: binh });
    await edit('2026-04-01T00:00:00Z', { amount: { amount: '30', currency: 'USD' } });
    await edit('2026-05-01T00:00:00Z', { amount: null });
    await edit('2026-06-01T00:00:00Z', { amount: { amount: '400', currency: 'VND' } });
    const seen = async (now: string, ownerId?: number) => {
      const { value, unit } = await pipeline(asker(now), { ownerId, currency: 'VND' });
      return `${value} ${unit}`;
    };
    expect(await seen('2026-01-15T00:00:00Z')).toBe('100 VND');
    expect(await seen('2026-02-15T00:00:00Z')).toBe('200 VND');
    expect(await seen('2026-02-15T00:00:00Z', an)).toBe('200 VND');
    expect(await seen('2026-03-15T00:00:00Z', an)).toBe('0 VND');
    expect(await seen('2026-03-15T00:00:00Z', binh)).toBe('200 VND');
    const april = await pipeline(asker('2026-04-15T00:00:00Z'), { currency: 'VND' });
    expect(april.excluded).toEqual([
      { reason: 'other_currency', count: 1, ids: ['D-1'], amount: '30', currency: 'USD' },
    ]);
    expect((await pipeline(asker('2026-05-15T00:00:00Z'), {})).excluded[0]).toMatchObject({
      reason: 'no_amount',
    });
    expect(await seen('2026-06-15T00:00:00Z')).toBe('400 VND');
    await undo(at('2026-07-01T00:00:00Z'), (await edit('2026-06-20T00:00:00Z', { ownerId: an })).changeId);
    expect(toBinh.changeId).toBeGreaterThan(0);
    expect(await seen('2026-06-25T00:00:00Z', an)).toBe('400 VND');
    expect(await seen('2026-07-02T00:00:00Z', an)).toBe('0 VND');
  });

  it('is seen with the eyes of then: a rep sees a deal as of when their team had it', async () => {
    const [an, binh] = [await member('An'), await member('Bình')];
    const { value } = await openDeal(at('2026-01-01T00:00:00Z'), {
      title: 'Gia hạn',
      amount: { amount: '100', currency: 'VND' },
      ownerId: an,
    });
    await editDeal(at('2026-02-01T00:00:00Z'), value.id, { ownerId: binh });
    const count = async (now: string, sight: number[]) =>
      (await pipeline(asker(now, { sight: every(sight) }), {})).count;
    expect(await count('2026-01-15T00:00:00Z', [an])).toBe(1);
    expect(await count('2026-02-15T00:00:00Z', [an])).toBe(0);
    expect(await count('2026-02-15T00:00:00Z', [binh])).toBe(1);
  });

  it('moves and comes back as the verbs say: won, undone, won again, reopened', async () => {
    const { value } = await openDeal(at('2026-01-01T00:00:00Z'), {
      title: 'Gia hạn',
      amount: { amount: '100', currency: 'VND' },
    });
    const win = { dealId: value.id, to: ofKind('WON') };
    const won = await enterStage(at('2026-02-01T00:00:00Z'), 'deal.won', win);
    await undo(at('2026-02-10T00:00:00Z'), won.changeId);
    await enterStage(at('2026-03-01T00:00:00Z'), 'deal.won', win);
    await reopenDeal(at('2026-04-01T00:00:00Z'), { dealId: value.id });
    const revenue = async (now: string) => (await revenueWon(asker(now), { period: year })).value;
    expect(await revenue('2026-02-05T00:00:00Z')).toBe('100');
    expect(await revenue('2026-02-15T00:00:00Z')).toBe('0');
    expect(await revenue('2026-03-15T00:00:00Z')).toBe('100');
    expect(await revenue('2026-04-15T00:00:00Z')).toBe('0');
  });
});

describe('what moved between two instants', () => {
  const since = new Date('2026-11-20T00:00:00Z');
  const [before, between] = ['2026-11-01T00:00:00Z', '2026-11-21T00:00:00Z'];
  const kinds = async () =>
    Object.fromEntries((await movedSince(later, { since })).map(({ kind, deals }) => [kind, deals]));

  it('puts each deal into one group, with the stages it came from and went to', async () => {
    await deal({ title: 'new', created: between });
    await deal({
      title: 'new and won',
      created: between,
      events: [
        ['New lead', between],
        ['Won', '2026-11-21T01:00:00Z'],
      ],
    });
    await deal({
      title: 'on',
      created: before,
      events: [
        ['Consulting', before],
        ['Negotiation', between],
      ],
    });
    await deal({
      title: 'back',
      created: before,
      events: [
        ['Negotiation', before],
        ['Consulting', between],
      ],
    });
    await deal({
      title: 'lost',
      created: before,
      events: [
        ['Negotiation', before],
        ['Lost', between],
      ],
    });
    await deal({
      title: 'again',
      created: before,
      events: [
        ['Lost', before],
        ['Consulting', between],
      ],
    });
    await deal({ title: 'still', created: before });
    await deal({
      title: 'there and back',
      created: before,
      events: [
        ['Consulting', before],
        ['Negotiation', between],
        ['Consulting', '2026-11-21T02:00:00Z'],
      ],
    });
    await deal({
      title: 'undone',
      created: before,
      events: [
        ['Consulting', before],
        ['Won', '2026-11-10T00:00:00Z', between],
      ],
    });
    const moved = await kinds();
    const titles = Object.entries(moved).map(([kind, deals]) => [kind, deals.map(({ title }) => title)]);
    expect(Object.fromEntries(titles)).toEqual({
      won: ['new and won'],
      lost: ['lost'],
      new: ['new'],
      advanced: ['on'],
      slipped: ['back'],
      reopened: ['again', 'undone'],
    });
    expect(moved.advanced?.[0]).toMatchObject({ fromEn: 'Consulting', toEn: 'Negotiation', amount: '1000' });
    expect(moved.won?.[0]).toMatchObject({ fromEn: null, toEn: 'Won' });
  });

  it('counts all and lists the largest, sums by currency, and shows a rep only what they may see', async () => {
    const an = await member('An');
    for (let i = 1; i <= 12; i++)
      await deal({ created: between, amount: String(i), ownerId: i % 2 ? an : null });
    await deal({ created: between, amount: '5', currency: 'USD', ownerId: await member('Bình') });
    await deal({ created: between, amount: null, ownerId: an });
    const [all] = await movedSince(later, { since, limit: 3 });
    expect(all).toMatchObject({ kind: 'new', count: 14 });
    expect(all?.amounts).toEqual([
      { amount: '5', currency: 'USD' },
      { amount: '78', currency: 'VND' },
    ]);
    expect(all?.deals.map(({ amount }) => amount)).toEqual(['12', '11', '10']);
    expect((await movedSince({ ...later, sight: every([an]) }, { since }))[0]?.count).toBe(13);
    expect((await movedSince(later, { since, ownerId: an }))[0]?.count).toBe(7);
  });
});
