import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { at, company, jobsOn, owedMessages, words } from './company.ts';

describe('the digest of a channel', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);
  const keys = async () =>
    (await owedMessages(prisma)).map(({ key }) => key).filter((key) => key.startsWith('digest'));

  async function busy() {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    const deal = await acme.deal('Gia hạn Acme', {
      owner: lan.id,
      amount: 350_000_000,
      created: '2026-11-19 10:00',
    });
    return { acme, lan, deal };
  }

  it('is decided at its minute and once, however often the bot wakes', async () => {
    const { acme } = await busy();
    await acme.subscribe();
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-23 08:29'));
    expect(await keys()).toEqual([]);
    for (const minute of ['08:30', '08:31', '09:00', '14:29']) await jobs.tick(at(`2026-11-23 ${minute}`));
    expect(await owedMessages(prisma)).toMatchObject([
      { key: 'digest.pipeline:2026-11-23:slack:C1', platform: 'slack', destination: 'C1', locale: 'vi' },
    ]);
    await jobs.tick(at('2026-11-24 08:30'));
    expect(await keys()).toHaveLength(2);
  });

  it('says the open value and the number of open deals', async () => {
    const { acme, lan } = await busy();
    await acme.deal('Kho lạnh', { owner: lan.id, amount: 1_200_000_000, created: '2026-11-19 11:00' });
    await acme.subscribe();
    await jobsOn(prisma).tick(at('2026-11-23 08:30'));
    const text = words((await owedMessages(prisma))[0]?.card as never);
    expect(text.replaceAll('\u00a0', ' ')).toContain('1.550.000.000 ₫ trong 2 cơ hội');
  });

  it('is made up for after an outage, once and as of its time, but not in the evening', async () => {
    const { acme, deal } = await busy();
    await acme.subscribe();
    await acme.move(deal, 'Won', '2026-11-23 09:00');
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-23 14:00'));
    const [message] = await owedMessages(prisma);
    expect(words(message?.card as never)).toContain('trong 1 cơ hội');
    await jobs.tick(at('2026-11-24 14:30'));
    expect(await keys()).toHaveLength(1);
  });

  it('tells what moved since the last one that was made, not since the last that was missed', async () => {
    const { acme, deal } = await busy();
    await acme.subscribe();
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-23 08:30'));
    await acme.move(deal, 'Consulting', '2026-11-23 17:00');
    await jobs.tick(at('2026-11-25 08:30'));
    const [, second] = await owedMessages(prisma);
    expect(words(second?.card as never)).toContain('1 tiến thêm');
    await jobs.tick(at('2026-11-26 08:30'));
    expect(words((await owedMessages(prisma))[2]?.card as never)).toContain('không cơ hội nào đổi giai đoạn');
  });

  it('comes on working days alone, or every day', async () => {
    const { acme } = await busy();
    await acme.subscribe();
    await acme.subscribe({ channel: 'C2', days: 'DAILY' });
    const jobs = jobsOn(prisma);
    for (const day of ['27', '28', '29']) await jobs.tick(at(`2026-11-${day} 09:00`));
    expect((await keys()).sort()).toEqual([
      'digest.pipeline:2026-11-27:slack:C1',
      'digest.pipeline:2026-11-27:slack:C2',
      'digest.pipeline:2026-11-28:slack:C2',
      'digest.pipeline:2026-11-29:slack:C2',
    ]);
  });

  it('comes by the clock of its own zone', async () => {
    const { acme } = await busy();
    await acme.subscribe({ timezone: 'America/New_York' });
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-23 20:29'));
    expect(await keys()).toEqual([]);
    await jobs.tick(at('2026-11-23 20:30'));
    expect(await keys()).toHaveLength(1);
  });

  it('does not come for a time of today that had passed when it was asked for', async () => {
    const { acme } = await busy();
    await acme.subscribe({ createdAt: at('2026-11-23 10:00') });
    await jobsOn(prisma).tick(at('2026-11-23 10:01'));
    expect(await keys()).toEqual([]);
  });

  it('does not come twice on the day on which its time is changed', async () => {
    const { acme } = await busy();
    const { id } = await acme.subscribe();
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-23 08:30'));
    await prisma.subscription.update({
      where: { id },
      data: { minute: 600, createdAt: at('2026-11-23 09:00') },
    });
    await jobs.tick(at('2026-11-23 10:00'));
    expect(await keys()).toHaveLength(1);
    await jobs.tick(at('2026-11-24 10:00'));
    expect(await keys()).toHaveLength(2);
  });

  it('speaks the language of its channel', async () => {
    const { acme } = await busy();
    await acme.subscribe();
    await prisma.channel.create({ data: { platform: 'slack', channel: 'C1', locale: 'en' } });
    await jobsOn(prisma).tick(at('2026-11-23 08:30'));
    const [message] = await owedMessages(prisma);
    expect(message).toMatchObject({ locale: 'en', card: { title: ['Pipeline digest, 23 Nov 2026'] } });
  });

  it('does not come when there is nothing to say at all', async () => {
    const acme = await company(prisma);
    await acme.subscribe();
    await jobsOn(prisma).tick(at('2026-11-23 08:30'));
    expect(await keys()).toEqual([]);
  });

  it('is left to a bot that runs its platform', async () => {
    const { acme } = await busy();
    await acme.subscribe();
    await jobsOn(prisma, ['discord']).tick(at('2026-11-23 08:30'));
    expect(await prisma.jobRun.count({ where: { job: { startsWith: 'digest' } } })).toBe(0);
    await jobsOn(prisma, ['slack']).tick(at('2026-11-23 08:31'));
    expect(await keys()).toHaveLength(1);
  });

  it('leaves neither claim nor message when deciding fails, and is decided the next minute', async () => {
    const { acme } = await busy();
    await acme.subscribe();
    await prisma.$executeRaw`CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE 'disk full'; END $$ LANGUAGE plpgsql`;
    await prisma.$executeRaw`CREATE TRIGGER fail BEFORE INSERT ON delivery EXECUTE FUNCTION fail()`;
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-23 08:30'));
    expect(await prisma.jobRun.count({ where: { job: { startsWith: 'digest' } } })).toBe(0);
    await prisma.$executeRaw`DROP TRIGGER fail ON delivery`;
    await prisma.$executeRaw`DROP FUNCTION fail`;
    await jobs.tick(at('2026-11-23 08:31'));
    expect(await keys()).toHaveLength(1);
  });
});
