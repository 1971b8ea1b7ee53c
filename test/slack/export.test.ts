import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handedTo } from '../../src/commands/handed.ts';
import type { Locale } from '../../src/i18n/index.ts';
import type { SlackOptions } from '../../src/platforms/slack/index.ts';
import { limits } from '../../src/platforms/slack/limits.ts';
import type { Fault } from '../emulators/slack/faults.ts';
import { shown } from '../emulators/slack/index.ts';
import { list, str } from '../emulators/slack/json.ts';
import type { Person } from '../emulators/slack/person.ts';
import { importing } from '../import/importing.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { type Bot, startBot } from './bot.ts';

const database = await testDatabase();
const desk = await importing();

describe('an export on Slack', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let bot: Bot;
  let sales: string;

  beforeEach(() => database.truncate());
  afterEach(async () => {
    await bot.stop();
    expect(bot.slack.violations).toEqual([]);
  });

  async function start(locale: Locale = 'en', options: Partial<SlackOptions> = {}) {
    acme = await company(database, { env: { DEFAULT_LOCALE: locale } });
    bot = await startBot('http', {
      chat: acme.chat,
      make: (file, reader) => handedTo(acme.org, reader, file),
      ...options,
    });
    sales = bot.slack.channel('sales');
    const boss = await acme.member('Hoa', 'admin');
    for (const line of ['=Thép', 'Sao Mai, "Á"'])
      await acme.say(boss, { command: 'company.add', wire: { name: line, region: 'Nam' } });
    await acme.say(boss, { command: 'company.add', wire: { name: 'Bắc Hà', region: 'Bắc' } });
    return member('Lan', 'rep');
  }

  async function member(name: string, role: 'rep' | 'manager'): Promise<Person> {
    const person = bot.slack.person(name);
    await acme.member(name, role);
    const { id } = await acme.db.member.findFirstOrThrow({ where: { name } });
    await acme.db.identity.create({ data: { memberId: id, platform: 'slack', userId: person.id, name } });
    return person;
  }

  /** The files that somebody has in their direct messages with the bot. */
  const filesOf = (person: Person) =>
    bot.slack
      .messages(person.im)
      .flatMap(({ body }) => list(body.files))
      .map(({ id }) => bot.slack.store.files.get(str(id)));
  const told = (person: Person, at = 0) => shown(person.privately[at]?.body ?? {});

  it.each<[Locale, string, string]>([
    ['en', 'Export CSV', 'I have sent you companies-2026-11-18.csv in our direct messages.'],
    ['vi', 'Xuất CSV', 'Tôi đã gửi companies-2026-11-18.csv vào tin nhắn riêng của bạn.'],
  ])(
    'goes from a list’s button to the direct messages of who asked (%s), and the file imports to the same records',
    async (locale, button, sentence) => {
      const lan = await start(locale);
      await lan.slash('/company', 'list region:Nam share:channel', sales);
      const shared = await bot.slack.until(() => bot.slack.messages(sales)[0]);
      await lan.click(shared, button);
      await bot.slack.until(() => lan.privately[0]);
      expect(told(lan)).toContain(sentence);
      const [file, more] = filesOf(lan);
      expect([file?.name, more]).toEqual(['companies-2026-11-18.csv', undefined]);
      const bytes = file?.bytes ?? Buffer.alloc(0);
      expect(bytes.toString()).toContain(",'=Thép,");
      expect(bytes.toString()).not.toContain('Bắc Hà');
      expect((await desk.load('companies', bytes)).out).toContain(
        '0 new, 0 updated, 2 unchanged, 0 not imported',
      );
      // Nobody else has it.
      expect(bot.slack.store.messages.filter(({ body }) => body.files).map(({ channel }) => channel)).toEqual(
        [lan.im],
      );
    },
  );

  it('asked for in the direct messages stands above its card', async () => {
    const lan = await start();
    await lan.slash('/export', 'companies', lan.im);
    await bot.slack.until(() => bot.slack.messages(lan.im).length === 2);
    const [file, card] = bot.slack.messages(lan.im).map(({ body }) => body);
    expect(list(file?.files)).toHaveLength(1);
    expect(shown(card ?? {})).toContain('Export CSV · 3 companies');
  });

  it('holds what its reader sees, from the very button that somebody else has more behind', async () => {
    const lan = await start();
    const minh = await member('Minh', 'manager');
    await acme.say(await acme.member('Nam', 'rep', 'South'), 'deal add "Kín" 5tr');
    await lan.slash('/deal', 'add "Của Lan" 7tr', sales);
    await minh.slash('/deal', 'list share:channel', sales);
    const shared = await bot.slack.until(() => bot.slack.messages(sales)[1]);
    for (const person of [minh, lan]) {
      await person.click(shared, 'Export CSV');
      await bot.slack.until(() => person.privately[0]);
    }
    expect(filesOf(minh)[0]?.bytes?.toString()).toContain('Kín');
    expect(filesOf(lan)[0]?.bytes?.toString()).toContain('Của Lan');
    expect(filesOf(lan)[0]?.bytes?.toString()).not.toContain('Kín');
    const guest = bot.slack.person('Guest', { isRestricted: true });
    await guest.click(shared, 'Export CSV');
    await bot.slack.until(() => guest.privately[0]);
    expect(filesOf(guest)).toEqual([]);
  });

  it.each<[string, Fault]>([
    ['files.getUploadURLExternal', { kind: 'error', error: 'fatal_error' }],
    ['upload', { kind: 'dies_before' }],
    ['files.completeUploadExternal', { kind: 'status', status: 500 }],
    ['conversations.open', { kind: 'error', error: 'cannot_dm_bot' }],
  ])('says so where Slack does not take it (%s)', async (method, fault) => {
    const lan = await start();
    bot.slack.faults.add(method, fault);
    await lan.slash('/export', 'companies', sales);
    await bot.slack.until(() => lan.privately[0]);
    expect(told(lan)).toContain('I could not send companies-2026-11-18.csv just now.');
    expect(filesOf(lan)).toEqual([]);
  });

  it('that is too large is not held: a sentence says how to get it', async () => {
    const piece = 'x'.repeat(1024 * 1024);
    let made = 0;
    const lan = await start('en', {
      make: async () =>
        (async function* () {
          for (;;) {
            made += 1;
            yield piece;
          }
        })(),
    });
    await lan.slash('/export', 'companies', sales);
    await bot.slack.until(() => lan.privately[0]);
    expect(told(lan)).toContain('is over 50 MB, more than I can send here. Please narrow it with a filter');
    expect(made).toBe(limits.fileMegabytes + 1);
    expect(filesOf(lan)).toEqual([]);
  });

  it('is held one at a time, however many ask', async () => {
    let making = 0;
    let most = 0;
    const lan = await start('en', {
      make: async () =>
        (async function* () {
          making += 1;
          most = Math.max(most, making);
          for (let i = 0; i < 50; i++) yield 'x';
          await new Promise(setImmediate);
          making -= 1;
        })(),
    });
    for (const kind of ['companies', 'company', 'companies region:Nam'])
      await lan.slash('/export', kind, sales);
    await bot.slack.until(() => lan.privately.length === 3);
    expect([filesOf(lan).length, most]).toEqual([3, 1]);
  });
});
