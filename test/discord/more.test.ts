import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { type Bot, startBot, wordsIn } from './bot.ts';

const database = await testDatabase();

describe('fields for which Discord has no option', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let bot: Bot;
  let lan: ReturnType<Bot['discord']['addPerson']>;

  beforeAll(async () => {
    acme = await company(database);
    bot = await startBot({
      chat: acme.chat,
      registry: acme.live.registry as never,
      keep: (command, wire, person) => acme.inbox.saveDraft(command, wire, person),
    });
    const boss = await acme.member('Hoa', 'admin');
    // After the commands were registered.
    await acme.say(boss, 'field add company "Mức nợ" money');
    await acme.member('Lan', 'manager');
    lan = bot.discord.addPerson('Lan');
    const { id } = await acme.db.member.findFirstOrThrow({ where: { name: 'Lan' } });
    const userId = lan.user.id;
    await acme.db.identity.create({ data: { memberId: id, platform: 'discord', userId, name: 'Lan' } });
  });
  afterAll(async () => {
    await bot.stop();
    expect(bot.discord.violations).toEqual([]);
  });

  const row = () => acme.db.company.findFirstOrThrow({ orderBy: { id: 'desc' } });

  it('are said in the last one, in either language, and done', async () => {
    const more = 'mức nợ:5tr bank:"VCB 12" điều khoản thanh toán:"30 ngày"';
    const message = await lan.slash('company add', { name: 'Thép', region: 'Nam', more }).message();
    expect(wordsIn(message)).toContain('Mức nợ');
    expect(await row()).toMatchObject({
      name: 'Thép',
      region: 'Nam',
      bank: 'VCB 12',
      paymentTerms: '30 ngày',
      custom: { 1: { amount: '5000000', currency: 'VND' } },
    });
  });

  it.each([
    ['mức nợ:nhiều', 'Mức nợ'],
    ['region:Bắc', 'Region'],
  ])('«%s» opens the form at its field when it cannot be read or is said twice', async (more, label) => {
    const asked = lan.slash('company edit', { company: 'C-1', region: 'Tây', more });
    const modal = await asked.modal();
    const wrong = (modal.components as { label: string; description?: string }[]).filter((c) =>
      c.description?.startsWith('⚠'),
    );
    expect(wrong.map((c) => c.label)).toEqual([label]);
    expect(await row()).toMatchObject({ region: 'Nam' });
  });

  it('go along with a form that mends them', async () => {
    const asked = lan.slash('company edit', { company: 'C-1', more: 'legal:"GP 12" mức nợ:nhiều' });
    await asked.modal();
    await (await lan.submit(asked, { x1: '7tr' })).message();
    expect(await row()).toMatchObject({ legal: 'GP 12', custom: { 1: { amount: '7000000' } } });
  });

  it('that have no key are not guessed', async () => {
    const told = await lan.slash('company edit', { company: 'C-1', more: 'Bắc' }).message();
    expect(told.ephemeralFor).toBe(lan.user.id);
    expect(wordsIn(told)).toContain('I cannot place “Bắc”');
  });

  it('are cleared there too', async () => {
    await lan.slash('company edit', { company: 'C-1', more: 'mức nợ:"" bank:""' }).message();
    expect(await row()).toMatchObject({ bank: null, custom: {} });
  });
});
