import { beforeEach, describe, expect, it } from 'vitest';
import type { Block, Card, Table } from '../../src/chat/card.ts';
import { maxPacked, pack } from '../../src/chat/wire.ts';
import { kpiHow } from '../../src/commands/kpi/how.ts';
import { kpi } from '../../src/commands/kpi/kpi.ts';
import { pipeline } from '../../src/commands/pipeline.ts';
import type { Ctx } from '../../src/crm/context.ts';
import { every } from '../../src/crm/visibility.ts';
import { locales, translator } from '../../src/i18n/index.ts';
import type { Text } from '../../src/lib/span.ts';
import { metrics } from '../../src/metrics/index.ts';
import type { MetricId } from '../../src/metrics/measured.ts';
import { testDatabase } from '../support/database.ts';
import { type StageName, world } from './world.ts';

const { prisma, truncate } = await testDatabase();
const { begin, deal, lead, member, asker } = world(prisma);
const period = { from: '2026-11-01', to: '2026-11-30' };
const nothing = { metric: undefined, owner: undefined, currency: undefined, share: 'me' as const };

const ctxIn = (locale: 'vi' | 'en', more: Partial<Ctx> = {}): Ctx => ({
  ...asker('2026-11-22T05:00:00Z'),
  ...{
    t: translator(locale),
    access: 'admin',
    member: { id: 1, name: 'An', role: 'admin' },
    reach: every('all'),
    custom: [],
    platform: 'terminal',
  },
  ...{ userId: '1', channel: '1', private: true, eventKey: null },
  ...more,
});

/** What a person reads, with ordinary spaces. */
const plain = (text: Text) =>
  text
    .map((span) => (typeof span === 'string' ? span : 'bold' in span ? span.bold : JSON.stringify(span)))
    .join('')
    .replaceAll('\u00a0', ' ');
const only = <K extends Block['kind']>(card: Card, kind: K) =>
  card.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);
const facts = (card: Card) =>
  Object.fromEntries(only(card, 'facts').flatMap((b) => b.facts.map((f) => [f.label, plain(f.value)])));
const rows = (table: Table | undefined) => table?.rows.map((row) => row.map(plain));

async function company(): Promise<void> {
  await begin();
  const an = await member('An');
  const at = (stage: StageName, since: string, amount: string | null, more = {}) =>
    deal({
      created: '2026-10-03T03:00:00Z',
      events: [
        ['New lead', '2026-10-03T03:00:00Z'],
        [stage, since],
      ],
      amount,
      ...more,
    });
  await at('Won', '2026-11-04T03:00:00Z', '1250000000', { ownerId: an, title: 'Gia hạn <!channel>' });
  await at('Won', '2026-11-12T03:00:00Z', '750000000', { leadId: await lead('2026-11-02T03:00:00Z') });
  await at('Lost', '2026-11-12T03:00:00Z', null);
  await at('Won', '2026-10-20T03:00:00Z', '1600000000');
  await at('Lost', '2026-10-21T03:00:00Z', '100000000');
  await at('Negotiation', '2026-11-19T05:00:00Z', '5000000000', { ownerId: an });
  await at('Consulting', '2026-11-20T05:00:00Z', '20000000.50');
  await at('Consulting', '2026-11-21T05:00:00Z', '3000', { currency: 'USD' });
}

describe('the cards of figures', () => {
  beforeEach(async () => {
    await truncate();
    await company();
  });

  it('the pipeline says the open value and the number of open deals, as a chart and as a table', async () => {
    const card = await pipeline.run(ctxIn('vi'), { share: 'me', owner: undefined, currency: undefined });
    expect(plain(card.title)).toBe('Đang mở 5,02 tỷ ₫ trong 3 cơ hội');
    const [block] = only(card, 'chart');
    expect(block?.chart).toMatchObject({ kind: 'bars', title: card.title[0] });
    expect(plain([block?.alt ?? ''])).toContain('Đàm phán 5 tỷ');
    const nothing = (name: string) => [name, '0', '0 ₫', '0 ₫', '–'];
    expect(rows(only(card, 'table')[0])).toEqual([
      nothing('Lead mới'),
      ['Đang tư vấn', '2', '20.000.001 ₫', '4.000.000 ₫', '1,5'],
      nothing('Gửi báo giá'),
      ['Đàm phán', '1', '5.000.000.000 ₫', '3.000.000.000 ₫', '3'],
      nothing('Chốt hợp đồng'),
    ]);
    const note = plain(only(card, 'note')[0]?.text ?? []);
    expect(note).toContain('1 cơ hội bằng loại tiền khác (3.000 US$)');
    expect(card.metrics).toMatchObject([
      { id: 'deals.pipeline', value: '5020000000.5', unit: 'VND', count: 3, weighted: '3004000000.1' },
    ]);
    const [figure] = card.metrics ?? [];
    expect((figure?.stages ?? []) as object[]).toContainEqual({
      ...{ stage: 'Đàm phán', stageEn: 'Negotiation', kind: 'OPEN', count: 1 },
      ...{ value: '5000000000', weighted: '3000000000', meanDays: '3' },
    });
  });

  it('the KPIs stand beside those of the period before, in words', async () => {
    const card = await kpi.run(ctxIn('en'), { ...nothing, period });
    expect(plain(card.title)).toBe('November 2026: 2B ₫ won with 2 deals');
    const said = facts(card);
    expect(said['Won revenue']).toMatch(/^2B ₫ · up 25% from 1.6B ₫/);
    expect(said['Win rate']).toMatch(/^66.7% · 2 of 3 · up 16.7 points from 50%/);
    expect(said['Average deal size']).toMatch(/^1B ₫ · down 37.5% from 1.6B ₫/);
    expect(said['Sales cycle']).toMatch(/^21 days · up 4 days from 17 days/);
    expect(said['Lead conversion']).toMatch(/^100% · 1 of 1/);
    const note = plain(only(card, 'note')[0]?.text ?? []);
    expect(note).toContain('Compared with October 2026.');
    expect(note).toContain('The period runs until 30 Nov 2026');
    expect(note).toContain('1 deal without an amount');
    const [block] = only(card, 'chart');
    expect(plain([block?.chart.title ?? ''])).toMatch(/2 Nov.*: 1.25B ₫$/);
    expect(rows(block?.table)?.[1]).toEqual(['2 Nov 2026 – 8 Nov 2026', '1,250,000,000 ₫']);
    expect(card.metrics?.map(({ id }) => id)).toEqual(
      Object.keys(metrics).filter((id) => id !== 'deals.pipeline' && id !== 'quality.score'),
    );
  });

  it('the headline counts the deals whose amount it says', async () => {
    const on = '2026-11-13T03:00:00Z';
    await deal({ created: on, events: [['Won', on]], amount: '900', currency: 'USD' });
    const card = await kpi.run(ctxIn('en'), { ...nothing, period });
    expect(plain(card.title)).toBe('November 2026: 2B ₫ won with 2 deals');
    expect(facts(card)['Win rate']).toMatch(/^75% · 3 of 4/);
  });

  it('a receipt shows formula, parts, what was left out, scope and the records, a name printed as it is', async () => {
    const ask = (metric: MetricId) =>
      kpiHow.run(ctxIn('vi'), { metric, period, owner: undefined, currency: undefined });
    const card = await ask('deals.average_size');
    expect(plain(card.title)).toBe('Giá trị trung bình mỗi cơ hội: 1.000.000.000 ₫');
    expect(facts(card)).toEqual({
      'Tổng giá trị': '2.000.000.000 ₫',
      'Số cơ hội thắng': '2',
      'Không tính': 'không bỏ gì',
      Kỳ: 'Tháng 11/2026',
      'Tính đến': '22/11/2026 12:00',
      'Múi giờ': 'Asia/Ho_Chi_Minh',
      'Phạm vi xem': 'Toàn bộ',
    });
    expect(rows(only(card, 'table')[0])).toEqual([
      ['D-2', 'Cơ hội', '750.000.000 ₫'],
      ['D-1', 'Gia hạn <!channel>', '1.250.000.000 ₫'],
    ]);
    const rate = facts(await ask('deals.win_rate'));
    expect(rate['Tính theo giá trị']).toBe(
      '100% (2.000.000.000 ₫ ÷ 2.000.000.000 ₫). Chưa gộp vào các tổng: 1 cơ hội chưa có giá trị.',
    );
  });

  it('a rep is told in the card that it is their part of the whole', async () => {
    const rep = ctxIn('vi', { access: 'rep', sight: every([1]) });
    const card = await pipeline.run(rep, { share: 'channel', owner: undefined, currency: undefined });
    expect(plain(only(card, 'note')[0]?.text ?? [])).toContain('Chỉ tính phần An được xem');
  });

  it('every card of every figure is plain JSON, its buttons short enough, no hole left open, in both languages', async () => {
    for (const locale of locales) {
      const ctx = ctxIn(locale);
      const asked = { period, owner: { id: 1, name: 'An' }, currency: 'VND', share: 'me' as const };
      const ids = Object.keys(metrics) as MetricId[];
      const cards = [
        await pipeline.run(ctx, asked),
        await kpi.run(ctx, { ...asked, metric: undefined }),
        ...(await Promise.all(ids.map((metric) => kpiHow.run(ctx, { ...asked, metric })))),
      ];
      for (const card of cards) {
        expect(JSON.parse(JSON.stringify(card))).toEqual(card);
        const words = JSON.stringify({ ...card, metrics: [] });
        expect(words).not.toMatch(/undefined|NaN|\{\w+\}/);
        for (const { actions } of only(card, 'actions'))
          for (const action of actions) expect(pack(action).length).toBeLessThanOrEqual(maxPacked);
      }
    }
  });
});

it('an empty company is told so, without charts, tables or zeros that are none', async () => {
  await truncate();
  await begin();
  const none = { owner: undefined, currency: undefined, share: 'me' as const };
  const open = await pipeline.run(ctxIn('vi'), none);
  expect(plain(open.title)).toBe('Chưa có cơ hội nào đang mở');
  expect(open.blocks.map(({ kind }) => kind)).toEqual(['note', 'actions']);
  const card = await kpi.run(ctxIn('vi'), { ...nothing, period });
  expect(plain(card.title)).toBe('Tháng 11/2026: chưa chốt cơ hội nào');
  expect(facts(card)['Tỷ lệ thắng']).toBe('– (kỳ này chưa có cơ hội nào đóng)');
  expect(plain(only(card, 'note')[0]?.text ?? [])).toContain('Tháng 10/2026 chưa có số liệu để so sánh.');
});
