import { beforeEach, describe, expect, it } from 'vitest';
import { maxPacked, pack } from '../../src/chat/wire.ts';
import { addDays } from '../../src/lib/dates/index.ts';
import { render } from '../../src/platforms/discord/render.ts';
import { testDatabase } from '../support/database.ts';
import { at, company, jobsOn, owedMessages, words } from './company.ts';

describe('the nudge about stale deals', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);

  /** Wakes every day at nine and tells on which days who got a message, and about which deals. */
  async function nudges(from: string, to: string, jobs = jobsOn(prisma)): Promise<string[]> {
    await prisma.delivery.deleteMany();
    for (let day = from; day <= to; day = addDays(day, 1)) await jobs.tick(at(`${day} 09:00`));
    return (await owedMessages(prisma)).map(({ key, destination, card }) => {
      const deals = [...new Set(words(card).match(/D-\d+/g))].join(' ');
      return `${key.split(':')[1]} ${destination.replace('user:U', '')} ${deals}`;
    });
  }

  // New lead: three working days. Monday 2 November 2026 is the day on which things begin here.
  it('comes when a deal was left alone for more working days than its stage allows', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    expect(await nudges('2026-11-04', '2026-11-06')).toEqual(['2026-11-06 lan D-1']);
  });

  it('does not count weekends and public holidays', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    await acme.deal('Trước Tết', { owner: lan.id, created: '2026-02-12 10:00' });
    // Friday 13 is one; Tết is from the 16th to the 20th; then Monday, Tuesday and Wednesday.
    expect(await nudges('2026-02-13', '2026-02-25')).toEqual(['2026-02-25 lan D-1']);
  });

  it('comes again only when the stage’s time has gone by again', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    expect(await nudges('2026-11-05', '2026-11-16')).toEqual([
      '2026-11-06 lan D-1',
      '2026-11-11 lan D-1',
      '2026-11-16 lan D-1',
    ]);
    expect((await prisma.nudge.findMany()).map(({ step }) => step)).toEqual([1, 2, 3]);
  });

  it('begins anew for a deal that moves, or is worked on, and is left alone again', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    const deal = await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    await acme.move(deal, 'Consulting', '2026-11-09 11:00'); // five working days there
    await acme.call(deal, '2026-11-13 15:00');
    expect(await nudges('2026-11-05', '2026-11-23')).toEqual(['2026-11-06 lan D-1', '2026-11-23 lan D-1']);
    expect((await prisma.nudge.findMany()).map(({ step }) => step)).toEqual([1, 1]);
  });

  it('is not about closed deals, and not about a stage without a limit', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    const won = await acme.deal('Thắng', { owner: lan.id, created: '2026-11-02 10:00' });
    const lost = await acme.deal('Mất', { owner: lan.id, created: '2026-11-02 10:00' });
    await acme.move(won, 'Won', '2026-11-02 11:00');
    await acme.move(lost, 'Lost', '2026-11-02 11:00');
    await acme.deal('Chờ', { owner: lan.id, created: '2026-11-02 10:00', stage: 'Consulting' });
    await prisma.stage.updateMany({ where: { nameEn: 'Consulting' }, data: { staleAfterDays: null } });
    expect(await nudges('2026-11-02', '2026-11-12')).toEqual([]);
  });

  it('is silent while a next step is ahead, and comes once that day has passed without it being done', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    const { id } = await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    const promised = { dealId: id, text: 'Gửi giá', dueOn: new Date('2026-11-10') };
    await prisma.task.create({ data: { ...promised, createdAt: at('2026-11-02 11:00') } });
    // Nobody has promised it: nobody is told of it but of the deal.
    expect(await nudges('2026-11-04', '2026-11-12')).toEqual(['2026-11-11 lan D-1']);
    await prisma.task.updateMany({ data: { doneAt: at('2026-11-03 10:00') } });
    await prisma.nudge.deleteMany();
    expect(await nudges('2026-11-13', '2026-11-13')).toEqual(['2026-11-13 lan D-1']);
  });

  it('tells every working day of what one has promised and not done, in the one message, and nobody else', async () => {
    const acme = await company(prisma);
    const chief = await acme.member('Chief', { role: 'MANAGER' });
    const lan = await acme.member('Lan', { managerId: chief.id });
    const minh = await acme.member('Minh');
    const gone = await acme.member('Nga', { active: false, managerId: chief.id });
    const { id } = await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    const promise = (ownerId: number, text: string, more: object = {}) =>
      prisma.task.create({
        data: {
          ...{ text, ownerId, dealId: id, dueOn: new Date('2026-11-05') },
          ...{ createdAt: at('2026-11-02 11:00'), ...more },
        },
      });
    await promise(lan.id, 'Gửi giá');
    await promise(lan.id, 'Đã gửi', { doneAt: at('2026-11-04 10:00') });
    await promise(lan.id, 'Để sau', { dueOn: new Date('2026-11-30') });
    // Minh does not see Lan's deal.
    await promise(minh.id, 'Kín');
    await promise(gone.id, 'Của Nga');
    const jobs = jobsOn(prisma);
    for (const day of ['05', '06', '07', '08', '09']) await jobs.tick(at(`2026-11-${day} 09:00`));
    const owed = await owedMessages(prisma);
    expect(owed.map(({ key, destination }) => `${key} ${destination}`)).toEqual([
      `nudge:2026-11-06:${lan.id} user:Ulan`,
      `nudge:2026-11-09:${lan.id} user:Ulan`,
    ]);
    for (const { card } of owed) {
      expect(words(card)).toContain('V-1 Gửi giá');
      expect(words(card)).toContain('quá hạn từ 05/11/2026');
      expect(words(card)).not.toMatch(/Đã gửi|Để sau|Kín|Của Nga/);
    }
    await prisma.task.updateMany({ where: { text: 'Để sau' }, data: { doneAt: at('2026-11-09 10:00') } });
    await jobs.tick(at('2026-11-10 09:00'));
    const last = (await owedMessages(prisma)).at(-1);
    expect(words(last?.card as never)).toMatch(/1 việc đã quá hạn · 1 cơ hội đã lâu/);
    const drawn = JSON.stringify(render(last?.card as never, 'vi'));
    for (const button of ['Xong V-1', 'Ghi cuộc gọi', 'Hoãn 7 ngày']) expect(drawn).toContain(button);
  });

  it('is silent while a deal is snoozed, and comes on the day on which that ends', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    const { id } = await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    expect(await nudges('2026-11-04', '2026-11-06')).toEqual(['2026-11-06 lan D-1']);
    await prisma.deal.update({ where: { id }, data: { snoozedUntil: new Date('2026-11-10') } });
    expect(await nudges('2026-11-07', '2026-11-12')).toEqual(['2026-11-10 lan D-1']);
    await prisma.deal.update({ where: { id }, data: { snoozedUntil: new Date('2026-11-30') } });
    expect(await nudges('2026-11-13', '2026-11-30')).toEqual(['2026-11-30 lan D-1']);
  });

  it('is one message for an owner and a day, the longest over its limit first', async () => {
    const acme = await company(prisma);
    const [lan, minh] = [await acme.member('Lan'), await acme.member('Minh')];
    await acme.deal('Một', { owner: lan.id, created: '2026-11-03 10:00' });
    await acme.deal('Hai', { owner: lan.id, created: '2026-10-26 10:00' });
    await acme.deal('Ba', { owner: minh.id, created: '2026-10-28 10:00' });
    expect(await nudges('2026-11-09', '2026-11-09')).toEqual([
      '2026-11-09 lan D-2 D-1',
      '2026-11-09 minh D-3',
    ]);
  });

  it('names eight deals, counts the others, and comes to them on the next working day', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    for (let i = 0; i < 10; i++) await acme.deal(`Thứ ${i}`, { owner: lan.id, created: '2026-11-02 10:00' });
    expect(await nudges('2026-11-06', '2026-11-09')).toEqual([
      '2026-11-06 lan D-1 D-2 D-3 D-4 D-5 D-6 D-7 D-8',
      '2026-11-09 lan D-9 D-10',
    ]);
    const [first] = await owedMessages(prisma);
    expect(words(first?.card as never)).toContain('Và 2 cơ hội nữa');
  });

  it('fits into one message of Discord with eight deals of long names and all their buttons', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    const title = 'Hợp đồng bảo trì hệ thống kho lạnh và vận chuyển '.repeat(3).slice(0, 120);
    for (let i = 0; i < 10; i++)
      await acme.deal(title, { owner: lan.id, amount: 1_234_567_890, created: '2026-11-02 10:00' });
    await nudges('2026-11-06', '2026-11-06');
    const [message] = await owedMessages(prisma);
    const buttons =
      message?.card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : [])) ?? [];
    expect(buttons).toHaveLength(3 * 7 + 5);
    for (const button of buttons) expect(pack(button).length).toBeLessThanOrEqual(maxPacked);
    const body = JSON.stringify(render(message?.card as never, 'vi'));
    for (const button of buttons) expect(body).toContain(JSON.stringify(pack(button)));
    expect(body).toContain('D-8');
    expect(body).toContain('Và 2 cơ hội nữa');
  });

  it('has buttons that carry the stage in which the deal was seen', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    const deal = await acme.deal('Gia hạn', { owner: lan.id, created: '2026-10-02 10:00' });
    const { id: event } = await acme.move(deal, 'Consulting', '2026-10-05 10:00');
    await nudges('2026-11-06', '2026-11-06');
    const [message] = await owedMessages(prisma);
    const buttons =
      message?.card.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : [])) ?? [];
    expect(buttons.map(pack)).toEqual([
      'log.call?record=D-1',
      `deal.move?deal=1&from=${event}`,
      `deal.won?deal=1&from=${event}`,
      `deal.lost?deal=1&from=${event}`,
      'deal.snooze?days=1&deal=1',
      'deal.snooze?days=3&deal=1',
      'deal.snooze?days=7&deal=1',
    ]);
  });

  it('comes at nine by the clock of the member, on no other hour and in their language', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan', { timezone: 'Europe/Berlin', locale: 'en' });
    await acme.deal('Renewal', { owner: lan.id, created: '2026-11-02 10:00' });
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-06 09:00'));
    await jobs.tick(at('2026-11-06 14:59'));
    expect(await owedMessages(prisma)).toEqual([]);
    await jobs.tick(at('2026-11-06 15:00'));
    expect(await owedMessages(prisma)).toMatchObject([{ locale: 'en', destination: 'user:Ulan' }]);
  });

  it('goes to one platform: where the owner last did something, else Slack before Discord', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan', { on: { discord: '7', slack: 'U7' } });
    await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    const jobs = jobsOn(prisma, ['discord', 'slack']);
    await jobs.tick(at('2026-11-06 09:00'));
    await prisma.change.create({
      data: { at: at('2026-11-06 10:00'), memberId: lan.id, platform: 'discord', command: 'lead.add' },
    });
    await jobs.tick(at('2026-11-11 09:00'));
    const sent = (await owedMessages(prisma)).map(
      ({ platform, destination }) => `${platform} ${destination}`,
    );
    expect(sent).toEqual(['slack user:U7', 'discord user:7']);
  });

  it('goes to the manager for an owner who left or cannot be written to, and to nobody without one', async () => {
    const acme = await company(prisma);
    const chief = await acme.member('Chief', { role: 'MANAGER' });
    const left = await acme.member('Left', { active: false, managerId: chief.id });
    const silentOne = await acme.member('Silent', { on: {}, managerId: chief.id });
    const alone = await acme.member('Alone', { on: { discord: '9' } });
    for (const { id } of [left, silentOne, alone])
      await acme.deal('Gia hạn', { owner: id, created: '2026-11-02 10:00' });
    expect(await nudges('2026-11-06', '2026-11-06')).toEqual(['2026-11-06 chief D-1 D-2']);
    expect(words((await owedMessages(prisma))[0]?.card as never)).toContain('phụ trách: Left');
    expect(await prisma.nudge.count()).toBe(2);
  });

  it('tells nobody of deals and companies that they may not see', async () => {
    const acme = await company(prisma);
    const elsewhere = await acme.member('Elsewhere');
    const left = await acme.member('Left', { active: false, managerId: elsewhere.id });
    const lan = await acme.member('Lan');
    const firm = await prisma.company.create({
      data: { name: 'Kín', folded: 'kin', ownerId: elsewhere.id, createdAt: at('2026-11-01 10:00') },
    });
    for (const { id } of [left, lan]) {
      const deal = await acme.deal('Gia hạn', { owner: id, created: '2026-11-02 10:00' });
      await prisma.deal.update({ where: { id: deal.id }, data: { companyId: firm.id } });
    }
    const grant = { role: 'REP', record: 'company', sees: 'OWN', changes: 'OWN' } as const;
    await prisma.permission.create({ data: grant });
    expect(await nudges('2026-11-06', '2026-11-06')).toEqual(['2026-11-06 lan D-2']);
    expect(words((await owedMessages(prisma))[0]?.card as never)).not.toContain('Kín');
    await prisma.permission.create({ data: { role: 'REP', record: 'deal', sees: 'NONE', changes: 'NONE' } });
    expect(await nudges('2026-11-09', '2026-11-13')).toEqual([]);
  });

  it('is made up for in the morning, and left for the next day in the afternoon', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    await acme.deal('Gia hạn', { owner: lan.id, created: '2026-11-02 10:00' });
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-06 15:00'));
    expect(await owedMessages(prisma)).toEqual([]);
    await jobs.tick(at('2026-11-09 11:00'));
    await jobs.tick(at('2026-11-09 11:01'));
    expect(await owedMessages(prisma)).toHaveLength(1);
  });
});
