import { beforeEach, describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/charts/picture.ts';
import type { Card } from '../../src/chat/card.ts';
import { testDatabase } from '../support/database.ts';
import { at, company, jobsOn, owedMessages } from './company.ts';

/** A week in the life of a small company, up to Monday 23 November 2026. */
describe('what the jobs say', async () => {
  const { prisma, truncate } = await testDatabase();
  beforeEach(truncate);

  async function week() {
    const acme = await company(prisma);
    const lan = await acme.member('Nguyễn Thị Lan', { role: 'MANAGER' });
    const left = await acme.member('Trần Văn Đức', { active: false, managerId: lan.id });
    const deal = (
      title: string,
      amount: number,
      created: string,
      more: { close?: string; stage?: string; owner?: number } = {},
    ) => acme.deal(title, { owner: lan.id, amount, created, ...more });
    const october = await deal('Bảo trì quý 3', 200_000_000, '2026-10-01 09:00');
    await acme.move(october, 'Won', '2026-10-15 09:00');
    const late = await deal('Máy in cuối tháng', 90_000_000, '2026-10-01 09:00');
    await acme.move(late, 'Won', '2026-10-28 09:00');
    const won = await deal('Gia hạn Acme', 350_000_000, '2026-11-10 09:00');
    const lost = await deal('Cửa hàng Sao Mai', 120_000_000, '2026-11-11 09:00');
    const ahead = await deal('Kho lạnh Bình Dương', 1_200_000_000, '2026-11-12 09:00', {
      close: '2026-12-15',
    });
    const back = await deal('Phần mềm kế toán', 80_000_000, '2026-11-12 10:00', { stage: 'Quote sent' });
    await deal('Nhà máy Thủ Đức <!channel> *gấp*', 2_500_000_000, '2026-11-03 10:00', {
      close: '2026-11-20',
      stage: 'Negotiation',
    });
    await deal('Hệ thống camera', 45_000_000, '2026-11-05 10:00', { owner: left.id, stage: 'Consulting' });
    await acme.subscribe();
    await acme.subscribe({ channel: 'C2' });
    await prisma.channel.create({ data: { platform: 'slack', channel: 'C2', locale: 'en' } });
    await jobsOn(prisma).tick(at('2026-11-20 08:30'));
    await acme.move(won, 'Won', '2026-11-20 10:00');
    await acme.move(lost, 'Lost', '2026-11-20 11:00');
    await acme.move(ahead, 'Quote sent', '2026-11-20 15:00');
    await acme.move(back, 'Consulting', '2026-11-20 16:00');
    await acme.deal('Trang web nhà hàng', { created: '2026-11-20 17:00' });
    await prisma.delivery.deleteMany();
    return lan;
  }
  const pretty = (card: Card | undefined) => `${JSON.stringify(card, null, 2).replaceAll('\u00a0', ' ')}\n`;

  it('is the digest that was read and approved, in both languages', async () => {
    await week();
    await jobsOn(prisma).tick(at('2026-11-23 08:30'));
    const [vi, en] = await owedMessages(prisma);
    await expect(pretty(vi?.card)).toMatchFileSnapshot('../golden/digest.vi.json');
    await expect(pretty(en?.card)).toMatchFileSnapshot('../golden/digest.en.json');
    for (const block of vi?.card.blocks ?? [])
      if (block.kind === 'chart') expect(() => pictureOf(block.chart)).not.toThrow();
  });

  it.each(['vi', 'en'])('is the nudge that was read and approved, in %s', async (locale) => {
    const { id } = await week();
    await prisma.member.update({ where: { id }, data: { locale } });
    await prisma.subscription.deleteMany();
    await jobsOn(prisma).tick(at('2026-11-23 09:00'));
    const [message] = await owedMessages(prisma);
    await expect(pretty(message?.card)).toMatchFileSnapshot(`../golden/nudge.${locale}.json`);
  });
});
