import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { every } from '../../src/crm/visibility.ts';
import { metrics } from '../../src/metrics/index.ts';
import { recordsOf } from '../../src/metrics/records.ts';
import { company, HandClock, textOf } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const period = { from: '2026-11-01', to: '2026-11-30' };
let acme: Awaited<ReturnType<typeof company>>;
let lan: Person;
let minh: Person;

beforeEach(async () => {
  await database.truncate();
  // Wednesday, ten in the morning.
  acme = await company(database, { clock: new HandClock('2026-11-18T03:00:00Z') });
  lan = await acme.member('Lan', 'rep', 'North');
  minh = await acme.member('Minh', 'rep', 'South');
});

const say = async (line: string, person = lan) => {
  const { ok, card } = await acme.say(person, line);
  expect([ok, textOf(card)]).toEqual(['done', expect.anything()]);
};
const pass = (minutes: number) => {
  acme.clock.at = new Date(acme.clock.at.getTime() + minutes * 60_000);
  return acme.clock.at;
};
type Id = 'leads.to_deal' | 'leads.mql_rate' | 'leads.sql_rate' | 'leads.response_time' | 'leads.conversion';
const ctx = (now = acme.clock.now(), sight: 'all' | readonly number[] = 'all') => ({
  ...acme.operator,
  now,
  sight: every(sight),
});
const figure = (id: Id, ...asked: Parameters<typeof ctx>) => metrics[id](ctx(...asked), { period });
const share = async (id: Id, ...asked: Parameters<typeof ctx>) => {
  const { numerator, denominator } = await figure(id, ...asked);
  return `${numerator}/${denominator}`;
};
const shares = async (...asked: Parameters<typeof ctx>) =>
  [
    await share('leads.mql_rate', ...asked),
    await share('leads.sql_rate', ...asked),
    await share('leads.to_deal', ...asked),
  ].join(' ');

describe('what became of the leads of a period', () => {
  it('counts who ever reached a state, also with a later one, wherever the lead went afterwards', async () => {
    for (let i = 0; i < 8; i++) await say(`lead add "Khách ${i}" source:website`);
    await say('lead qualify 1 status:mql');
    await say('lead qualify 2 status:sql');
    await say('lead qualify 2 status:working');
    await say('lead qualify 3 status:mql');
    await say('lead disqualify 3 "Không mua"');
    await say('lead convert 4 amount:5tr');
    await say('lead convert 5 deal:none');
    await say('lead disqualify 6 "Không mua"');
    // As an import leaves it.
    await acme.db.lead.update({ where: { id: 7 }, data: { status: 'SQL' } });
    expect(await shares()).toBe('6/8 4/6 1/8');
    expect((await figure('leads.mql_rate')).value).toBe('75');
    expect((await figure('leads.sql_rate')).value).toBe('66.67');
    const records = await recordsOf(ctx(), await figure('leads.sql_rate'), 10);
    expect(records.map(({ id, part }) => `${id} ${part}`)).toEqual([
      ...['L-7 SQL', 'L-5 SQL', 'L-4 SQL', 'L-3 null', 'L-2 SQL', 'L-1 null'],
    ]);
    await say('deal won 1');
    expect(await share('leads.conversion')).toBe('1/8');
  });

  it('is as it was at any moment, also where it was taken back since', async () => {
    await say('lead add "Lê Nam" source:website');
    const added = acme.clock.now();
    pass(10);
    await say('lead qualify 1 status:mql');
    const qualified = acme.clock.now();
    pass(10);
    await say('lead convert 1 amount:5tr');
    const converted = acme.clock.now();
    pass(10);
    await say('undo');
    const undone = acme.clock.now();
    pass(10);
    await say('undo');
    expect(await shares(added)).toBe('0/1 0/0 0/1');
    expect(await shares(qualified)).toBe('1/1 0/1 0/1');
    expect(await shares(converted)).toBe('1/1 1/1 0/1');
    expect(await shares(undone)).toBe('1/1 0/1 0/1');
    expect(await shares()).toBe('0/1 0/0 0/1');
    expect(await figure('leads.sql_rate')).toMatchObject({ value: null, empty: 'no_mqls' });
  });

  it('is what the asker may see', async () => {
    await say('lead add "Của Lan" source:website');
    await say('lead add "Của Minh" source:website', minh);
    await say('lead qualify 2 status:sql', minh);
    await say('log call L-2 "Gọi"', minh);
    expect(await shares(acme.clock.now(), [1])).toBe('0/1 0/0 0/1');
    expect(await shares(acme.clock.now(), [2])).toBe('1/1 1/1 0/1');
    const { unanswered, count } = await metrics['leads.response_time'](ctx(acme.clock.now(), [1]), {
      period,
    });
    expect([unanswered.count, count]).toEqual([1, 0]);
    expect((await metrics['leads.mql_rate'](ctx(), { period, ownerId: 2 })).denominator).toBe('1');
  });
});

describe('the response time', () => {
  const response = (now = acme.clock.now()) => metrics['leads.response_time'](ctx(now), { period });

  it('is from the creation to the first thing that one of us did, elapsed and in working time', async () => {
    // Wednesday 10:00, Friday 17:00, Friday 17:30; answered after 2:05, on Monday at 9:00 and never.
    await say('lead add "Một" source:website');
    pass(125);
    await say('log call L-1 "Gọi"');
    acme.clock.at = new Date('2026-11-20T10:00:00Z');
    await say('lead add "Hai" source:website');
    acme.clock.at = new Date('2026-11-20T10:30:00Z');
    await say('lead add "Ba" source:website');
    acme.clock.at = new Date('2026-11-23T02:00:00Z');
    await say('log email L-2 "Gửi báo giá"');
    pass(60);
    await say('log meeting L-2 "Gặp"');
    expect(await response()).toMatchObject({
      ...{ value: '1982.5', numerator: '3965', denominator: '2', count: 2, unit: 'minutes' },
      ...{ median: '1982.5', p90: '3468.5', excluded: [] },
      working: { value: '122.5', median: '122.5' },
      unanswered: { count: 1, oldest: '3870' },
    });
    const records = await recordsOf(ctx(), await response(), 10);
    expect(records.map(({ id, part }) => `${id} ${Number(part)}`)).toEqual(['L-2 230400', 'L-1 7500']);
  });

  it('does not count what came from the customer, a note, or what nobody did', async () => {
    await say('lead add "Một" source:website');
    pass(5);
    await say('log note L-1 "Xem qua"');
    await say('log call L-1 "Khách gọi đến"');
    await acme.db.activity.updateMany({ where: { kind: 'CALL' }, data: { inbound: true } });
    await acme.db.activity.create({
      data: { kind: 'EMAIL', text: 'Tự động', at: acme.clock.now(), leadId: 1 },
    });
    expect(await response()).toMatchObject({
      value: null,
      empty: 'no_answers',
      unanswered: { count: 1, oldest: '5' },
    });
    pass(5);
    await say('log call L-1 "Gọi lại"');
    expect(await response()).toMatchObject({ value: '10', unanswered: { count: 0, oldest: null } });
  });

  it('leaves out who was answered before being entered, and says who', async () => {
    await say('lead add "Một" source:website');
    await say('log call L-1 "Đã gọi" at:"yesterday 3pm"');
    const excluded = [{ reason: 'answered_before', count: 1, ids: ['L-1'] }];
    expect(await response()).toMatchObject({ value: null, excluded, unanswered: { count: 0 } });
  });

  it('is as it was at any moment, also where an answer was taken back since', async () => {
    await say('lead add "Một" source:website');
    const added = acme.clock.now();
    const called = pass(10);
    await say('log call L-1 "Gọi"');
    const undone = pass(10);
    await say('undo');
    pass(10);
    await say('log email L-1 "Gửi"');
    expect(await response(added)).toMatchObject({ count: 0, unanswered: { count: 1 } });
    expect(await response(called)).toMatchObject({ count: 1, value: '10' });
    expect(await response(undone)).toMatchObject({ count: 0, unanswered: { count: 1, oldest: '20' } });
    expect(await response()).toMatchObject({ count: 1, value: '30' });
    pass(10);
    await say('undo');
    expect(await response()).toMatchObject({ count: 0, unanswered: { count: 1, oldest: '40' } });
  });

  it('is told in /kpi and its receipt, in both languages', async () => {
    await say('lead add "Một" source:website');
    pass(125);
    await say('log call L-1 "Gọi"');
    const kpi = textOf((await acme.say(lan, 'kpi this month')).card);
    expect(kpi).toContain('{"label":"Lead response time","value":[{"bold":"2 hours 5 minutes"}');
    const receipt = textOf((await acme.say(lan, 'kpi how leads.response_time')).card);
    for (const said of [
      '"In working time","value":["2 hours 5 minutes"]',
      '"Not answered yet","value":["0"]',
    ])
      expect(receipt).toContain(said);
    await say('me language:vi');
    expect(textOf((await acme.say(lan, 'kpi')).card)).toContain(
      '"Thời gian phản hồi lead","value":[{"bold":"2 giờ 5 phút"}',
    );
  });
});
