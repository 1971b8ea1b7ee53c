import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { type Bot, inputs, startBot, wordsIn } from './bot.ts';

const database = await testDatabase();

describe('two people who edit the same company on Discord', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let bot: Bot;

  beforeAll(async () => {
    acme = await company(database);
    bot = await startBot({
      chat: acme.chat,
      registry: acme.live.registry as never,
      keep: (command, wire, person) => acme.inbox.saveDraft(command, wire, person),
    });
    await acme.say(await acme.member('Hoa', 'admin'), 'company add Thép phone:0912345678 region:Nam');
  });
  afterAll(async () => {
    await bot.stop();
    expect(bot.discord.violations).toEqual([]);
  });

  async function member(name: string) {
    const person = bot.discord.addPerson(name);
    await acme.member(name, 'manager');
    const { id } = await acme.db.member.findFirstOrThrow({ where: { name } });
    const userId = person.user.id;
    await acme.db.identity.create({ data: { memberId: id, platform: 'discord', userId, name } });
    return person;
  }

  it('the second is told in private, and a button opens the form with what they typed', async () => {
    const [lan, minh] = [await member('Lan'), await member('Minh')];
    const edit = { company: 'C-1' };
    const [first, second] = [lan.slash('company edit', edit), minh.slash('company edit', edit)];
    const asked = inputs(await first.modal()).map((input) => String(input.custom_id));
    expect(inputs(await second.modal()).map((input) => input.custom_id)).toEqual(asked);
    await (await lan.submit(first, { industry: 'Gỗ' })).message();

    const told = await (await minh.submit(second, { industry: 'Thép', website: 'thep.vn' })).followup();
    expect(told.ephemeralFor).toBe(minh.user.id);
    expect(wordsIn(told)).toContain('Lan has changed Industry to Gỗ.');
    const row = () => acme.db.company.findUniqueOrThrow({ where: { id: 1 } });
    expect(await row()).toMatchObject({ industry: 'Gỗ', website: null });

    const again = minh.press(told, 'Look and save again');
    const values = inputs(await again.modal()).map(({ custom_id, value }) => [custom_id, value]);
    expect(Object.fromEntries(values)).toMatchObject({ industry: 'Thép', website: 'thep.vn' });
    await (await minh.submit(again, {})).message();
    expect(await row()).toMatchObject({
      industry: 'Thép',
      website: 'thep.vn',
      region: 'Nam',
      phone: '+84912345678',
    });
  });
});
