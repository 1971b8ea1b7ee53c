import { beforeEach, describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/charts/picture.ts';
import { openDatabase, type PrismaClient } from '../../src/db/client.ts';
import { createCourier } from '../../src/delivery/index.ts';
import { fakePlatform, movingClock, silent } from '../delivery/fake.ts';
import { at, company, jobsOn, owedMessages, words, zone } from '../jobs/company.ts';
import { describeOnPostgres, testDatabase } from '../support/database.ts';

const post = {
  ...{ platform: 'slack', channel: 'C1', minute: 510, zone },
  since: '2026-01-01T00:00:00.000Z',
};
const set = (prisma: PrismaClient, wanted: object) => {
  const value = { untouched: 90, post: wanted };
  const key = 'quality.audit';
  return prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
};

/** The next step of each deal. */
const promise = async (prisma: PrismaClient) => {
  const deals = await prisma.deal.findMany({ where: { tasks: { none: {} } } });
  const dueOn = new Date('2027-12-31');
  const rows = deals.map(({ id, createdAt }) => ({ text: 'Gọi lại', dueOn, dealId: id, createdAt }));
  await prisma.task.createMany({ data: rows });
};

/** Lan answers for three deals, two of which have no expected close and none a source. */
async function world(prisma: PrismaClient) {
  const acme = await company(prisma);
  const chief = await acme.member('Chief', { role: 'MANAGER' });
  const lan = await acme.member('Lan', { managerId: chief.id });
  for (const close of ['2027-03-31', undefined, undefined])
    await acme.deal('Gia hạn', { owner: lan.id, created: '2026-12-20 10:00', ...(close && { close }) });
  await promise(prisma);
  await set(prisma, { ...post, memberId: lan.id });
  return { acme, lan, chief };
}

describe('the quarterly audit', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);
  const keys = async () =>
    (await owedMessages(prisma)).map(({ key }) => key).filter((key) => key.startsWith('audit'));
  const pretty = (card: unknown) => `${JSON.stringify(card, null, 2).replaceAll('\u00a0', ' ')}\n`;
  // 1 January 2027 is a Friday and a holiday: the quarter's first working day is Monday the fourth.
  const first = ['audit:2027-01-01:slack:C1', 'audit:2027-01-01:member:2'];

  it('is made on the first working day of a quarter at its hour, and once, however often the bot wakes', async () => {
    await world(prisma);
    const jobs = jobsOn(prisma);
    for (const early of ['2026-12-31 09:00', '2027-01-01 09:00', '2027-01-04 08:29'])
      await jobs.tick(at(early));
    expect(await keys()).toEqual([]);
    for (const minute of ['08:30', '08:31', '17:00']) await jobs.tick(at(`2027-01-04 ${minute}`));
    await jobs.tick(at('2027-01-05 08:30'));
    expect(await keys()).toEqual(first);
    expect(await prisma.audit.findMany()).toMatchObject([
      {
        quarter: new Date('2027-01-01'),
        records: 3,
        clean: 0,
        findings: { no_close: 2, no_source: 3, no_owner: 0 },
      },
    ]);
  });

  it('does not come again for another hour of the same quarter, nor for one that had passed when it was set', async () => {
    const { lan } = await world(prisma);
    const jobs = jobsOn(prisma);
    await set(prisma, { ...post, memberId: lan.id, since: at('2027-01-04 09:00').toISOString() });
    await jobs.tick(at('2027-01-04 09:01'));
    expect(await prisma.audit.count()).toBe(0);
    await set(prisma, { ...post, memberId: lan.id });
    await jobs.tick(at('2027-01-04 09:02'));
    await set(prisma, { ...post, memberId: lan.id, minute: 600 });
    await jobs.tick(at('2027-01-04 10:00'));
    expect(await prisma.audit.count()).toBe(1);
  });

  it('is made up for within a week, and no later; a bot that does not run its platform leaves it', async () => {
    await world(prisma);
    await jobsOn(prisma, ['discord']).tick(at('2027-01-08 07:00'));
    await jobsOn(prisma).tick(at('2027-04-08 08:30'));
    expect(await prisma.audit.count()).toBe(0);
    await jobsOn(prisma).tick(at('2027-07-07 08:00'));
    expect((await prisma.audit.findMany()).map(({ quarter }) => quarter)).toEqual([new Date('2027-07-01')]);
  });

  it('says the score, how it changed since the last one, what is found, and where to begin', async () => {
    const { acme, lan } = await world(prisma);
    const jobs = jobsOn(prisma);
    await prisma.deal.updateMany({ where: { id: { in: [1, 2] } }, data: { source: 'website' } });
    await jobs.tick(at('2027-01-04 08:30'));
    await prisma.deal.updateMany({ data: { source: 'website' } });
    await prisma.delivery.deleteMany();
    await acme.deal('Mới', { owner: lan.id, created: '2027-03-31 10:00', close: '2027-06-30' });
    await promise(prisma);
    await prisma.activity.createMany({
      data: [1, 2, 3].map((dealId) => ({
        kind: 'CALL' as const,
        text: 'Gọi',
        dealId,
        at: at('2027-03-20 10:00'),
      })),
    });
    await jobs.tick(at('2027-04-01 08:30'));
    const [posted, told] = (await owedMessages(prisma)).filter(({ key }) => key.startsWith('audit'));
    // 1 April: the first deal's close has passed by a day, two have none, the last has no source.
    const text = words(posted?.card as never).replaceAll('\u00a0', ' ');
    expect(posted?.card.title).toEqual(['Rà soát dữ liệu, Quý 2/2027']);
    expect(text).toContain('Chất lượng dữ liệu 0%: 0 trong 4 hồ sơ không có lỗi');
    expect(text).toContain('So với lần rà soát 04/01/2027: giảm 33,3 điểm % so với 33,3%.');
    const [table] = posted?.card.blocks.filter((block) => block.kind === 'table') ?? [];
    expect(table?.kind === 'table' && table.rows).toEqual([
      [['Chưa có ngày dự kiến chốt'], ['2'], ['50%'], ['2']],
      [['Chưa rõ nguồn'], ['1'], ['25%'], ['1']],
      [['Đã quá ngày dự kiến chốt'], ['1'], ['25%'], ['0']],
    ]);
    expect(posted?.card.blocks).toContainEqual({
      kind: 'text',
      text: [{ mention: { name: 'Lan', ids: { slack: 'Ulan' } } }, expect.stringContaining('xem và xử lý')],
    });
    await expect(pretty(posted?.card)).toMatchFileSnapshot('../golden/audit.vi.json');
    expect(told).toMatchObject({ destination: 'user:Ulan' });
    expect(words(told?.card as never)).toContain('Bạn là người chịu trách nhiệm về dữ liệu');
    for (const message of [posted, told]) {
      const buttons =
        message?.card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : [])) ?? [];
      expect(buttons.map(({ command, wire }) => `${command} ${wire.finding}`)).toEqual([
        ...['crm.findings no_close', 'crm.findings no_source', 'crm.findings close_passed'],
      ]);
      for (const block of message?.card.blocks ?? [])
        if (block.kind === 'chart') expect(() => pictureOf(block.chart)).not.toThrow();
      // What a channel reads names no record.
      expect(JSON.stringify(message?.card)).not.toMatch(/D-\d/);
    }
  });

  it('tells the manager of somebody who has left, and speaks the language of its channel and of each person', async () => {
    const { lan, chief } = await world(prisma);
    await prisma.member.update({ where: { id: lan.id }, data: { active: false } });
    await prisma.member.update({ where: { id: chief.id }, data: { locale: 'en' } });
    await prisma.channel.create({ data: { platform: 'slack', channel: 'C1', locale: 'en' } });
    await jobsOn(prisma).tick(at('2027-01-04 08:30'));
    const [posted, told] = await owedMessages(prisma);
    expect(posted).toMatchObject({ locale: 'en', card: { title: ['Data audit, Q1 2027'] } });
    await expect(pretty(posted?.card)).toMatchFileSnapshot('../golden/audit.en.json');
    expect(told).toMatchObject({ destination: 'user:Uchief', locale: 'en' });
    expect(words(told?.card as never)).toContain('Lan answers for the data and cannot be told');
  });

  it('asks for somebody to be named where who answered for the data is no member any more', async () => {
    await company(prisma);
    await set(prisma, { ...post, memberId: 99 });
    await prisma.company.create({ data: { name: 'Kín', folded: 'kin', createdAt: at('2026-11-01 10:00') } });
    await jobsOn(prisma).tick(at('2027-01-04 08:30'));
    const [posted, ...others] = await owedMessages(prisma);
    expect(words(posted?.card as never)).toContain('/crm audit responsible:@tên');
    expect(others).toEqual([]);
  });

  it('leaves neither claim, figures nor message when deciding fails, and is decided the next minute', async () => {
    await world(prisma);
    await prisma.$executeRaw`CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE 'disk full'; END $$ LANGUAGE plpgsql`;
    await prisma.$executeRaw`CREATE TRIGGER fail BEFORE INSERT ON delivery EXECUTE FUNCTION fail()`;
    await jobsOn(prisma).tick(at('2027-01-04 08:30'));
    expect([await prisma.audit.count(), await prisma.jobRun.count({ where: { job: 'audit' } })]).toEqual([
      0, 0,
    ]);
    await prisma.$executeRaw`DROP TRIGGER fail ON delivery`;
    await prisma.$executeRaw`DROP FUNCTION fail`;
    await jobsOn(prisma).tick(at('2027-01-04 08:31'));
    expect(await keys()).toEqual(first);
  });

  it('is sent once by whoever starts after a crash between deciding and sending, and after one while sending', async () => {
    await world(prisma);
    await jobsOn(prisma).tick(at('2027-01-04 08:30'));
    const clock = movingClock('2027-01-04T01:31:00Z');
    const slack = fakePlatform();
    const send = slack.onSend;
    slack.onSend = async (message) => {
      await send(message);
      throw new Error('the process ends before it knows');
    };
    const bot = () => createCourier({ prisma, clock, platforms: [slack], log: silent });
    await bot().deliver();
    slack.onSend = send;
    for (let i = 0; i < 3; i++) {
      clock.pass(120_000);
      await jobsOn(prisma).tick(clock.now());
      await bot().deliver();
    }
    expect(
      slack
        .keys()
        .filter((key) => key.startsWith('audit'))
        .toSorted(),
    ).toEqual(first.toSorted());
    expect(await prisma.delivery.count({ where: { key: { startsWith: 'audit' }, state: 'SENT' } })).toBe(2);
  });
});

describeOnPostgres('several schedulers at once', (database) => {
  it('make each audit once', async () => {
    const { prisma, databaseUrl } = database();
    await world(prisma);
    const replicas = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl, dataDir: '' })));
    const failures: unknown[] = [];
    const log: typeof silent = Object.assign(Object.create(silent), { error: failures.push.bind(failures) });
    const jobs = replicas.map((replica) => jobsOn(replica.prisma, ['slack'], log));
    for (const day of ['2027-01-04', '2027-01-05', '2027-04-01'])
      await Promise.all(jobs.map(({ tick }) => tick(at(`${day} 08:30`))));
    await Promise.all(replicas.map((replica) => replica.close()));
    const audits = (await owedMessages(prisma)).filter(({ key }) => key.startsWith('audit'));
    expect(audits.map(({ key }) => key)).toEqual([
      ...['audit:2027-01-01:slack:C1', 'audit:2027-01-01:member:2'],
      ...['audit:2027-04-01:slack:C1', 'audit:2027-04-01:member:2'],
    ]);
    expect(await prisma.audit.count()).toBe(2);
    expect(failures).toEqual([]);
  });
});
