import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shown } from '../emulators/slack/index.ts';
import { json, list, str } from '../emulators/slack/json.ts';
import type { Person } from '../emulators/slack/person.ts';
import type { View } from '../emulators/slack/store.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { type Bot, startBot } from './bot.ts';

const database = await testDatabase();

describe('two people who edit the same company on Slack', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let bot: Bot;
  let sales: string;

  beforeAll(async () => {
    acme = await company(database);
    bot = await startBot('http', { chat: acme.chat });
    sales = bot.slack.channel('sales');
    await acme.say(await acme.member('Hoa', 'admin'), 'company add Thép phone:0912345678 region:Nam');
  });
  afterAll(async () => {
    await bot.stop();
    expect(bot.slack.violations).toEqual([]);
  });

  async function member(name: string): Promise<Person> {
    const person = bot.slack.person(name);
    await acme.member(name, 'manager');
    const { id } = await acme.db.member.findFirstOrThrow({ where: { name } });
    await acme.db.identity.create({ data: { memberId: id, platform: 'slack', userId: person.id, name } });
    return person;
  }

  /** The block of a field in a form, with what stands in it. */
  function block(view: View | undefined, name: string) {
    const found = list(view?.body.blocks).find((each) => str(each.block_id).startsWith(`${name}~`));
    const { element, hint, block_id } = json(found);
    return { id: str(block_id), value: json(element).initial_value, hint: hint ? str(json(hint).text) : '' };
  }

  async function opened(person: Person): Promise<View> {
    await person.slash('/company', 'edit C-1', sales);
    return bot.slack.until(() => (block(person.modal, 'region').value ? person.modal : undefined));
  }

  it('the second sees what the first has set in the same form, with what they typed, and may overwrite it', async () => {
    const [lan, minh] = [await member('Lan'), await member('Minh')];
    const [first, second] = [await opened(lan), await opened(minh)];
    await lan.submit({ [block(first, 'region').id]: 'Trung', [block(first, 'website').id]: 'thep.vn' });
    await bot.slack.until(() => bot.slack.messages(sales).find((m) => shown(m.body).includes('Trung')));

    const typed = { [block(second, 'region').id]: 'Bắc', [block(second, 'industry').id]: 'Thép' };
    await minh.submit(typed);
    const instead = minh.modal;
    expect(block(instead, 'region')).toMatchObject({
      value: 'Bắc',
      hint: '⚠️ Lan has changed Region to Trung.',
    });
    expect(block(instead, 'industry').value).toBe('Thép');
    expect(block(instead, 'website').value).toBe('thep.vn');
    const row = () => acme.db.company.findUniqueOrThrow({ where: { id: 1 } });
    expect(await row()).toMatchObject({ region: 'Trung', industry: null });

    await minh.submit();
    await bot.slack.until(() => minh.modal === undefined);
    expect(await row()).toMatchObject({
      region: 'Bắc',
      industry: 'Thép',
      website: 'thep.vn',
      phone: '+84912345678',
    });
  });
});
