import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { registry } from '../../src/commands/index.ts';
import { createCore } from '../../src/core.ts';
import { fixedClock } from '../../src/lib/clock.ts';
import { runLine } from '../../src/platforms/terminal/index.ts';
import { company, HandClock, testConfig } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { Sink } from '../support/sink.ts';

const database = await testDatabase();
const now = '2026-11-18T03:00:00Z';
let ids = 0;

async function crm(...argv: string[]) {
  const [out, err] = [new Sink(), new Sink()];
  const code = await runLine(argv, {
    async open(at) {
      const clock = fixedClock(at ?? new Date(now));
      return (await createCore(database, testConfig(), { clock, log: pino({ level: 'silent' }) })).chat;
    },
    registry,
    locale: 'en',
    zone: 'Asia/Ho_Chi_Minh',
    newId: () => String(++ids),
    out,
    err,
  });
  return { code, out: out.text, err: err.text };
}

describe('a line at the terminal', () => {
  beforeEach(async () => {
    await database.truncate();
    await company(database, { clock: new HandClock(now) });
  });

  it('tells the operator, who owns nothing, how to ask for somebody’s own records', async () => {
    // One letter away from «mine».
    await database.prisma.member.create({ data: { name: 'Minh', folded: 'minh', email: 'minh@acme.vn' } });
    await crm('deal', 'add', 'Acme renewal', '1.2tỷ', 'owner:Minh');
    for (const line of ['deal list mine', 'deal list của tôi', 'lead list owner:me', 'task list mine'])
      expect(await crm(...line.split(' ')), line).toEqual({
        code: 1,
        out: '',
        err: 'The operator is no member and owns nothing; add --as EMAIL to ask as somebody.\n',
      });
    expect((await crm('--as', 'minh@acme.vn', 'deal', 'list', 'mine')).out).toContain('Acme renewal');
  });

  it('runs as the operator, with the words that the shell kept together', async () => {
    const { code, out } = await crm('deal', 'add', 'Acme renewal', '1.2tỷ', 'stage:Quote sent');
    expect(code).toBe(0);
    expect(out).toContain('Acme renewal');
    const deal = await database.prisma.deal.findFirstOrThrow({
      include: { events: { include: { stage: true } } },
    });
    expect([deal.title, deal.amount?.toFixed(), deal.events[0]?.stage.nameEn]).toEqual([
      'Acme renewal',
      '1200000000',
      'Quote sent',
    ]);
  });

  it('tells what is missing with how it is typed, changes nothing, and ends with 1', async () => {
    const { code, out, err } = await crm('deal', 'add', 'amount:soon');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Title: missing.');
    expect(err).toContain('deal add <title> <amount>');
    expect(await database.prisma.deal.count()).toBe(0);
  });

  it('answers keys without colons with the line that says it, and changes nothing', async () => {
    const { code, out, err } = await crm('deal', 'add', 'Kho', '500tr', 'close', 'cuối tháng');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('deal add Kho 500tr close:"cuối tháng"');
    expect(await database.prisma.deal.count()).toBe(0);
  });

  it.each([
    [['dael', 'add'], 'deal add'],
    [['deal', 'show', '99'], '99'],
    [['--at', 'yesterday', 'pipeline'], 'yesterday'],
    [['--as', 'nobody@acme.vn', 'pipeline'], ''],
    [['--verbose', 'pipeline'], '--verbose'],
  ])('refuses %j with a sentence and 1', async (argv, said) => {
    const { code, out, err } = await crm(...argv);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(said);
    expect(err.trim()).not.toBe('');
  });

  it('ends with 2 and a token when the fault is ours', async () => {
    await database.prisma.$executeRaw`ALTER TABLE deal RENAME TO gone`;
    try {
      const { code, err } = await crm('pipeline');
      expect(code).toBe(2);
      expect(err).toMatch(/[0-9a-f]{8}/);
    } finally {
      await database.prisma.$executeRaw`ALTER TABLE gone RENAME TO deal`;
    }
  });

  it('prints one JSON object, with the figures where there are any, wherever --json stands', async () => {
    await crm('deal', 'add', 'Acme', '500tr');
    const { code, out } = await crm('pipeline', '--json');
    const { ok, card, metrics } = JSON.parse(out);
    expect([code, ok]).toEqual([0, 'done']);
    expect(card.title).toBeDefined();
    expect(metrics).toContainEqual(expect.objectContaining({ id: 'deals.pipeline' }));
    const refused = await crm('--json', 'dael');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ ok: 'refused' });
  });

  it('that is mistyped gets the line that was meant', async () => {
    await crm('deal', 'add', 'Gia hạn', '5tr');
    const slip = await crm('deal', 'mvoe', 'Gia hạn', 'Negotiation');
    expect(slip.code).toBe(1);
    expect(slip.err).toContain('→ deal move "Gia hạn" Negotiation ');
    expect((await crm('dela', 'list')).err).toContain('→ deal list ');
  });

  it('sees nothing later than --at, and acts with the rights of --as', async () => {
    await database.prisma.member.create({
      data: { name: 'Lan', folded: 'lan', email: 'lan@acme.vn', role: 'VIEWER' },
    });
    await crm('deal', 'add', 'Acme', '500tr');
    expect((await crm('--at', '2026-11-01T00:00:00Z', 'find', 'Acme')).out).not.toContain('D-1');
    expect((await crm('find', 'Acme')).out).toContain('D-1');
    const { code } = await crm('--as', 'lan@acme.vn', 'deal', 'add', 'Mine', '1tr');
    expect(code).toBe(1);
    expect(await database.prisma.deal.count()).toBe(1);
  });
});
