import { beforeEach, expect, it } from 'vitest';
import { every } from '../../src/crm/visibility.ts';
import { quality } from '../../src/metrics/quality/score.ts';
import { recordsOf } from '../../src/metrics/records.ts';
import { world } from '../metrics/world.ts';
import { testDatabase } from '../support/database.ts';

const { prisma, truncate } = await testDatabase();
const { begin, deal, lead, member, asker } = world(prisma);
/** Noon of 22 November in Hanoi; ninety days before it is 24 August. */
const now = '2026-11-22T05:00:00Z';
const ctx = asker(now);
const recent = '2026-11-02T03:00:00Z';
const old = '2026-08-23T16:59:59.999Z';

beforeEach(async () => {
  await truncate();
  await begin();
});

/** What is found, rule by rule, without the rules that nothing breaks. */
async function found(asked = ctx, ownerId?: number) {
  const { value, numerator, denominator, findings } = await quality(asked, { ownerId });
  return {
    ...{ value, numerator, denominator },
    ...Object.fromEntries(findings.filter(({ count }) => count).map(({ rule, ids }) => [rule, ids])),
  };
}

/** A next step. */
const promise = (on: object, created = recent, more: object = {}) =>
  prisma.task.create({
    data: { text: 'Gọi lại', dueOn: new Date('2026-12-01'), createdAt: new Date(created), ...on, ...more },
  });

/** A deal that breaks no rule but those that `more` says. */
async function goodDeal(ownerId: number | null, more: object = {}, created = recent): Promise<number> {
  const id = await deal({ created, ownerId });
  await prisma.deal.update({
    where: { id },
    data: { source: 'website', expectedCloseOn: new Date('2026-12-31'), ...more },
  });
  await promise({ dealId: id }, created);
  return id;
}

async function goodLead(ownerId: number | null, more: object = {}, created = recent): Promise<number> {
  const id = await lead(created, ownerId);
  await prisma.lead.update({ where: { id }, data: { email: `l${id}@x.vn`, ...more } });
  await promise({ leadId: id }, created);
  return id;
}

let made = 0;
async function customer(kind: 'company' | 'contact', ownerId: number | null, more: object = {}) {
  made += 1;
  const data = {
    name: `Tên ${made}`,
    folded: `ten ${made}`,
    createdAt: new Date(recent),
    ownerId,
    email: `c${made}@x.vn`,
    ...(kind === 'company' && { industry: 'Thép' }),
  };
  const row = kind === 'company' ? prisma.company : prisma.contact;
  return (await (row as typeof prisma.company).create({ data: { ...data, ...more } })).id;
}

it('each rule finds what breaks it, and a record with several findings counts once', async () => {
  const an = await member('An');
  const gone = await member('Nga');
  await prisma.member.update({ where: { id: gone }, data: { active: false } });
  await goodDeal(an); // D-1
  await goodDeal(null); // D-2
  await goodDeal(gone, { source: ' ', expectedCloseOn: null }); // D-3
  await goodDeal(an, { expectedCloseOn: new Date('2026-11-21') }); // D-4
  await goodDeal(an, { expectedCloseOn: new Date('2026-11-22') }); // D-5: today
  await goodDeal(an, {}, old); // D-6
  await goodLead(an); // L-1
  await goodLead(an, { email: null, source: '' }); // L-2
  await goodLead(an, { email: null, phones: [{ value: '+84912345678' }] }); // L-3
  await goodLead(null, {}, old); // L-4
  await goodLead(an, { status: 'CONVERTED', email: null }); // L-5: no longer in work
  await goodLead(an, { status: 'DISQUALIFIED', email: null }); // L-6
  await customer('contact', null); // P-1: its company's
  await customer('contact', an, { email: null, phone: '+84900000001' }); // P-2
  await customer('contact', an, { email: null }); // P-3
  await customer('company', null, { email: '' }); // C-1
  await customer('company', an, { taxCode: '0312345678' }); // C-2
  await customer('company', an, { taxCode: '0312345678' }); // C-3
  await customer('company', an, { industry: ' ' }); // C-4
  expect(await found()).toEqual({
    value: '35.29',
    numerator: '6', // D-1, D-5, L-1, L-3, P-1, P-2
    denominator: '17',
    no_owner: ['D-2', 'D-3', 'L-4', 'C-1'],
    no_contact: ['L-2', 'P-3', 'C-1'],
    no_profile: ['C-4'],
    no_source: ['D-3', 'L-2'],
    no_close: ['D-3'],
    close_passed: ['D-4'],
    untouched: ['D-6', 'L-4'],
    duplicate: ['C-2', 'C-3'],
  });
});

it('of a company the trade, the region or the size is enough; of a contact none is asked', async () => {
  const an = await member('An');
  const nothing = { industry: null };
  await customer('company', an, nothing);
  for (const one of [{ region: 'Nam' }, { employees: 5 }, { revenue: '1.5' }, { industries: ['Thép'] }])
    await customer('company', an, { ...nothing, ...one });
  await customer('company', an, {
    ...nothing,
    region: '',
    industries: [],
    country: 'Việt Nam',
    tags: ['vip'],
  });
  await customer('contact', an);
  expect(await found()).toEqual({
    ...{ value: '71.43', numerator: '5', denominator: '7' },
    no_profile: ['C-1', 'C-6'],
  });
});

it('a touch within the days keeps a deal or lead in date, and the days are a setting', async () => {
  const an = await member('An');
  const [quiet, called, moved] = [
    await goodDeal(an, {}, old),
    await goodDeal(an, {}, old),
    await goodDeal(an, {}, old),
  ];
  const [asked, taken] = [
    await goodLead(an, {}, old),
    await goodLead(an, { acceptedAt: new Date(recent) }, old),
  ];
  const call = (at: string, on: object) =>
    prisma.activity.create({ data: { kind: 'CALL', text: 'Gọi', at: new Date(at), ...on } });
  await call('2026-08-23T17:00:00Z', { dealId: called }); // the first instant that counts
  await call(old, { dealId: quiet });
  await call('2026-11-23T05:00:00Z', { dealId: quiet }); // tomorrow
  await prisma.stageEvent.create({ data: { dealId: moved, stageId: 2, at: new Date(recent) } });
  expect(await found()).toMatchObject({ untouched: [`D-${quiet}`, `L-${asked}`], numerator: '3' });
  await prisma.setting.create({ data: { key: 'quality.audit', value: { untouched: 10, post: null } } });
  expect(await found()).toMatchObject({ denominator: '5', numerator: '0' });
  expect(taken).toBeGreaterThan(0);
});

it('a deal or lead in work has a next step while it has a task that is not done, in time or not', async () => {
  const an = await member('An');
  const without = { dealId: await goodDeal(an) };
  const done = { dealId: await goodDeal(an) };
  const late = { dealId: await goodDeal(an) };
  const lead = { leadId: await goodLead(an) };
  await goodDeal(an, { leadId: lead.leadId }); // promised to the lead that it came from
  const idle = { leadId: await goodLead(an) };
  await prisma.task.deleteMany({ where: { OR: [without, { dealId: 4 }, idle] } });
  await prisma.task.updateMany({ where: done, data: { doneAt: new Date('2026-11-20T03:00:00Z') } });
  await prisma.task.updateMany({ where: late, data: { dueOn: new Date('2026-11-03') } });
  expect(await found()).toMatchObject({ no_next: ['D-1', 'D-2', `L-${idle.leadId}`] });
  expect(await found(asker('2026-11-19T03:00:00Z'))).toMatchObject({ no_next: ['D-1', `L-${idle.leadId}`] });
});

it('it is asked of an instant: what was mended later was broken then, and what came later was not there', async () => {
  const an = await member('An');
  const id = await goodDeal(an, { source: 'website' });
  const contact = await customer('contact', an, { email: 'new@x.vn' });
  const [trade, trades] = [
    await customer('company', an, { employees: 5, revenue: 9 }),
    await customer('company', an, { industry: null, industries: ['Thép'] }),
  ];
  const change = (record: string, rowId: number, before: object, after: object) =>
    prisma.change.create({
      data: {
        ...{ at: new Date('2026-11-10T03:00:00Z'), platform: 'slack', command: 'edit' },
        entries: { create: { record, rowId, before, after } },
      },
    });
  await change(
    'deal',
    id,
    { source: null, expectedCloseOn: null },
    { source: 'website', expectedCloseOn: '2026-12-31' },
  );
  await change('contact', contact, { email: null }, { email: 'new@x.vn' });
  const unknown = { industry: null, region: null, employees: null, revenue: null };
  await change('company', trade, unknown, { industry: 'Thép', region: null, employees: 5, revenue: '9' });
  await change('company', trades, { industries: [] }, { industries: ['Thép'] });
  expect(await found()).toEqual({ value: '100', numerator: '4', denominator: '4' });
  expect(await found(asker('2026-11-09T03:00:00Z'))).toEqual({
    ...{ value: '0', numerator: '0', denominator: '4' },
    ...{ no_source: [`D-${id}`], no_close: [`D-${id}`], no_contact: [`P-${contact}`] },
    no_profile: [`C-${trade}`, `C-${trades}`],
  });
  expect(await found(asker('2026-11-01T03:00:00Z'))).toEqual({
    value: null,
    numerator: '0',
    denominator: '0',
  });
});

it('each is told of what they may see: of a twin they may not see they hear nothing', async () => {
  const [an, binh] = [await member('An'), await member('Bình')];
  await goodDeal(an, { source: null });
  await goodDeal(binh, { source: null });
  await goodLead(an, { phone: '+84912345678' });
  await goodLead(binh, { phone: '+84912345678' });
  await customer('company', binh, { email: null });
  expect(await found()).toMatchObject({ denominator: '5', duplicate: ['L-1', 'L-2'], no_contact: ['C-1'] });
  const rep = { ...ctx, sight: { ...every('all'), deal: [an], lead: [an] } };
  expect(await found(rep)).toEqual({
    ...{ value: '33.33', numerator: '1', denominator: '3' },
    ...{ no_source: ['D-1'], no_contact: ['C-1'] },
  });
  expect(await found(ctx, binh)).toMatchObject({ denominator: '3', no_source: ['D-2'], no_contact: ['C-1'] });
  expect(await found({ ...ctx, sight: every('none') })).toMatchObject({ value: null, denominator: '0' });
});

it('a lead that is likely a contact is to be mended, and the contact is not, unless they were told apart', async () => {
  const an = await member('An');
  const phone = '+84912345678';
  const [one, two] = [await goodLead(an, { phone }), await goodLead(an, { phone })];
  const contact = await customer('contact', an, { phone });
  const third = await goodLead(an, { email: `c${made}@x.vn` });
  const codes = [one, two, third].map((id) => `L-${id}`);
  expect(await found()).toMatchObject({ denominator: '4', numerator: '1', duplicate: codes });
  const apart = (a: number) =>
    prisma.distinctPair.create({
      data: { record: 'lead contact', a, b: contact, createdAt: new Date(recent) },
    });
  for (const id of [one, third]) await apart(id);
  expect(await found()).toMatchObject({ numerator: '2', duplicate: codes.slice(0, 2) });
  await prisma.lead.update({ where: { id: two }, data: { status: 'CONVERTED' } });
  await prisma.distinctPair.create({ data: { record: 'lead', a: one, b: two, createdAt: new Date(recent) } });
  expect(await found()).toMatchObject({ value: '100' });
});

it('its receipt lists the records, the latest first, with what each breaks', async () => {
  const an = await member('An');
  await goodDeal(an, { source: null, expectedCloseOn: null });
  await goodDeal(an, {}, '2026-11-03T03:00:00Z');
  const measured = await quality(ctx, {});
  expect(measured).toMatchObject({
    count: 2,
    empty: null,
    unit: 'percent',
    receipt: { period: null, sight: 'all' },
  });
  expect(await recordsOf(ctx, measured, 10)).toEqual([
    { id: 'D-2', name: 'Cơ hội', part: null },
    { id: 'D-1', name: 'Cơ hội', part: 'no_source,no_close' },
  ]);
});
