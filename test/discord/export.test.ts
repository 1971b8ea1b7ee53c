import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handedTo } from '../../src/commands/handed.ts';
import type { Locale } from '../../src/i18n/index.ts';
import type { Message } from '../emulators/discord/index.ts';
import { importing } from '../import/importing.ts';
import { company } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { type Bot, startBot, wordsIn } from './bot.ts';

const database = await testDatabase();
const desk = await importing();
const name = 'companies-2026-11-18.csv';

describe('an export on Discord', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let bot: Bot;

  beforeEach(() => database.truncate());
  afterEach(async () => {
    await bot.stop();
    expect(bot.discord.violations).toEqual([]);
  });

  async function start(locale: Locale = 'en', options: Parameters<typeof startBot>[0] = {}) {
    acme = await company(database, { env: { DEFAULT_LOCALE: locale } });
    bot = await startBot({
      chat: acme.chat,
      registry: acme.live.registry as never,
      keep: (command, wire, person) => acme.inbox.saveDraft(command, wire, person),
      make: (file, reader) => handedTo(acme.org, reader, file),
      ...options,
    });
    const boss = await acme.member('Hoa', 'admin');
    for (const [called, region] of [
      ['=Thép', 'Nam'],
      ['Bắc Hà', 'Bắc'],
    ] as const)
      await acme.say(boss, { command: 'company.add', wire: { name: called, region } });
    return member('Lan', 'rep');
  }

  async function member(called: string, role: 'rep' | 'manager') {
    const person = bot.discord.addPerson(called);
    await acme.member(called, role);
    const { id } = await acme.db.member.findFirstOrThrow({ where: { name: called } });
    const userId = person.user.id;
    await acme.db.identity.create({ data: { memberId: id, platform: 'discord', userId, name: called } });
    return person;
  }

  const textIn = (message: Message) => message.files.get(name)?.toString() ?? '';

  it.each<[Locale, string]>([
    ['en', 'Export CSV'],
    ['vi', 'Xuất CSV'],
  ])(
    'comes with an answer that only who pressed the button sees (%s), and imports to the same records',
    async (locale, button) => {
      const lan = await start(locale);
      const shared = await lan.slash('company list', { filter: 'region:Nam', share: 'channel' }).message();
      expect(shared.ephemeralFor).toBeUndefined();
      const answer = await lan.press(shared, button).message();
      expect(answer.ephemeralFor).toBe(lan.user.id);
      expect([...answer.files.keys()]).toEqual([name]);
      expect(textIn(answer)).toContain(",'=Thép,");
      expect(textIn(answer)).not.toContain('Bắc Hà');
      expect((await desk.load('companies', textIn(answer))).out).toContain(
        '0 new, 0 updated, 1 unchanged, 0 not imported',
      );
    },
  );

  it('asked for by a mention goes to the direct messages', async () => {
    const lan = await start();
    lan.say(`<@${bot.discord.bot.id}> export companies`);
    const sent = await bot.discord.until('the file', () => {
      const direct = bot.discord.store.directChannel(lan.user.id);
      return direct && bot.discord.store.messagesIn(direct.id)[0];
    });
    expect(textIn(sent)).toContain('Bắc Hà');
    expect(bot.discord.store.messagesIn(bot.discord.channel.id)).toHaveLength(1);
  });

  it('holds what its reader sees, from the very button that somebody else has more behind', async () => {
    const lan = await start();
    const minh = await member('Minh', 'manager');
    await acme.say(await acme.member('Nam', 'rep', 'South'), 'deal add "Kín" 5tr');
    await acme.say(await acme.member('Tú', 'manager'), 'deal add "Chung" 7tr owner:Lan');
    const shared = await minh.slash('deal list', { share: 'channel' }).message();
    const rows = async (person: typeof lan) => {
      const { files } = await person.press(shared, 'Export CSV').message();
      return files.get('deals-2026-11-18.csv')?.toString() ?? '';
    };
    expect(await rows(minh)).toContain('Kín');
    const own = await rows(lan);
    expect(own).toContain('Chung');
    expect(own).not.toContain('Kín');
  });

  it('that is over ten megabytes, or cannot be made or attached, is a sentence', async () => {
    let pieces: () => AsyncIterable<string> = async function* () {
      for (;;) yield 'x'.repeat(1024 * 1024);
    };
    const lan = await start('en', { make: async () => pieces() });
    const asked = async () => {
      const answer = await lan.slash('export', { kind: 'companies' }).message();
      expect(answer.files.size).toBe(0);
      return wordsIn(answer);
    };
    expect(await asked()).toContain('is over 10 MB, more than I can send here');
    pieces = async function* () {
      yield 'id';
      throw new Error('the database went away');
    };
    expect(await asked()).toContain('I could not send companies-2026-11-18.csv just now');
    pieces = async function* () {
      yield 'id';
    };
    bot.discord.channel.noFiles = true;
    expect(await asked()).toContain('I could not send companies-2026-11-18.csv just now');
  });

  it('is for nobody in a message that the bot owes to a channel', async () => {
    await start();
    const file = { kind: 'file', name, records: 'companies', filters: [] } as const;
    const card = { title: ['x'], blocks: [file] };
    await bot.platform.send({ key: 'k', destination: bot.discord.channel.id, locale: 'en', card });
    const [sent] = bot.discord.store.messagesIn(bot.discord.channel.id);
    expect(sent?.files.size).toBe(0);
    expect(wordsIn(sent as Message)).toContain('goes to the person who asks for it, with /export');
  });
});
