import { beforeEach, describe, expect, it } from 'vitest';
import { unpack } from '../../src/chat/wire.ts';
import { dealSnooze } from '../../src/commands/deal/snooze.ts';
import { digestList } from '../../src/commands/digest/list.ts';
import { digestNow } from '../../src/commands/digest/now.ts';
import { digestStop } from '../../src/commands/digest/stop.ts';
import { digestSubscribe } from '../../src/commands/digest/subscribe.ts';
import { undo } from '../../src/crm/changes/undo.ts';
import { every } from '../../src/crm/visibility.ts';
import { testDatabase } from '../support/database.ts';
import { at, company, jobsOn, owedMessages, someone, words, zone } from './company.ts';

describe('the commands of the digest', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);
  const ask = { digest: 'pipeline', at: 510, days: 'workdays' } as const;
  const subscriptions = () => prisma.subscription.findMany({ omit: { id: true, createdAt: true } });
  const c1 = {
    digest: 'pipeline',
    platform: 'slack',
    channel: 'C1',
    minute: 510,
    days: 'WORKDAYS',
    timezone: zone,
  };

  it('subscribe the channel in which one asks, change that, and can be undone', async () => {
    const ctx = someone(prisma, '2026-11-23 08:00');
    const card = await digestSubscribe.run(ctx, ask);
    expect(words(card)).toContain('08:30, vào các ngày làm việc');
    expect(await subscriptions()).toEqual([c1]);
    await digestSubscribe.run(ctx, { ...ask, at: 600, days: 'daily' });
    expect(await subscriptions()).toEqual([{ ...c1, minute: 600, days: 'DAILY' }]);
    await undo(ctx);
    expect(await subscriptions()).toEqual([c1]);
    await digestStop.run(ctx, ask);
    expect(await subscriptions()).toEqual([]);
    await undo(ctx);
    expect(await subscriptions()).toEqual([c1]);
  });

  it('say where a digest can come to when asked in private or at the terminal', async () => {
    const ctx = someone(prisma, '2026-11-23 08:00', { private: true });
    for (const { run } of [digestSubscribe, digestStop])
      await expect(run(ctx, ask)).rejects.toMatchObject({ key: 'problem.digest.no_channel' });
    expect(await prisma.change.count()).toBe(0);
  });

  it('say that nothing comes here when there is nothing to stop', async () => {
    const stopped = digestStop.run(someone(prisma, '2026-11-23 08:00'), ask);
    await expect(stopped).rejects.toMatchObject({ key: 'problem.digest.none_here' });
  });

  it('list the digests of the channel, and those of all in private', async () => {
    const acme = await company(prisma);
    await acme.subscribe();
    await acme.subscribe({ channel: 'C2', minute: 540 });
    const here = words(await digestList.run(someone(prisma, '2026-11-23 08:00'), {}));
    expect(here).toContain('08:30');
    expect(here).not.toContain('09:00');
    const all = words(await digestList.run(someone(prisma, '2026-11-23 08:00', { private: true }), {}));
    expect(all).toContain('{"channel":"C2","on":"slack"}');
  });

  it('show at once the very card that the job makes', async () => {
    const acme = await company(prisma);
    const lan = await acme.member('Lan');
    await acme.deal('Gia hạn', { owner: lan.id, amount: 350_000_000, created: '2026-11-19 10:00' });
    await acme.subscribe();
    const jobs = jobsOn(prisma);
    await jobs.tick(at('2026-11-20 08:30'));
    await acme.deal('Kho lạnh', { owner: lan.id, amount: 1_000_000, created: '2026-11-20 10:00' });
    const card = await digestNow.run(someone(prisma, '2026-11-23 08:30'), ask);
    await jobs.tick(at('2026-11-23 08:30'));
    const made = (await owedMessages(prisma)).find(({ key }) => key.includes('2026-11-23'));
    expect(JSON.parse(JSON.stringify(card))).toEqual(made?.card);
  });

  it('show only what the asker may see, and say so', async () => {
    const acme = await company(prisma);
    const [lan, minh] = [await acme.member('Lan'), await acme.member('Minh')];
    await acme.deal('Của Lan', { owner: lan.id, amount: 350_000_000, created: '2026-11-20 10:00' });
    await acme.deal('Của Minh', { owner: minh.id, amount: 1_000_000_000, created: '2026-11-20 10:00' });
    const ctx = someone(prisma, '2026-11-23 08:30', {
      access: 'rep',
      sight: every([lan.id]),
      member: { ...lan, role: 'rep' },
    });
    const text = words(await digestNow.run(ctx, ask));
    expect(text).toContain('Của Lan');
    expect(text).not.toContain('Của Minh');
    expect(text).toContain('Chỉ tính phần Lan được xem');
  });

  it('say in one sentence that there is nothing to report', async () => {
    await company(prisma);
    const card = await digestNow.run(someone(prisma, '2026-11-23 08:30'), ask);
    expect(card.title).toEqual(['Chưa có gì để báo: chưa có cơ hội nào.']);
  });

  it('snooze a deal for some days, which can be undone', async () => {
    const acme = await company(prisma);
    const { id, title } = await acme.deal('Gia hạn', { created: '2026-11-19 10:00' });
    const ctx = someone(prisma, '2026-11-23 23:30');
    const { wire } = unpack(`deal.snooze?deal=${id}&days=3`);
    const deal = { id, title, ownerId: null } as never;
    const card = await dealSnooze.run(ctx, { deal, days: Number(wire.days) });
    expect(words(card)).toContain('26/11/2026');
    const until = async () => (await prisma.deal.findFirstOrThrow()).snoozedUntil?.toISOString().slice(0, 10);
    expect(await until()).toBe('2026-11-26');
    await undo(ctx);
    expect(await until()).toBeUndefined();
  });

  it('refuse to snooze what is closed or somebody else’s', async () => {
    const acme = await company(prisma);
    const [lan, minh] = [await acme.member('Lan'), await acme.member('Minh')];
    const open = await acme.deal('Của Minh', { owner: minh.id, created: '2026-11-19 10:00' });
    const won = await acme.deal('Đã thắng', { owner: lan.id, created: '2026-11-19 10:00' });
    await acme.move(won, 'Won', '2026-11-20 10:00');
    const rep = someone(prisma, '2026-11-23 08:30', {
      access: 'rep',
      reach: every([lan.id]),
      member: { ...lan, role: 'rep' },
    });
    const snoozed = (deal: object) => dealSnooze.run(rep, { deal: deal as never, days: 3 });
    await expect(snoozed(open)).rejects.toMatchObject({ key: 'problem.access.others' });
    await expect(snoozed(won)).rejects.toMatchObject({ key: 'problem.snooze.closed' });
  });
});
