import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/chat/platform.ts';
import { registry } from '../../src/commands/index.ts';
import { createCore } from '../../src/core.ts';
import { runLine } from '../../src/platforms/terminal/index.ts';
import { startBot as startDiscordBot, wordsIn } from '../discord/bot.ts';
import { shown } from '../emulators/slack/index.ts';
import { startBot as startSlackBot } from '../slack/bot.ts';
import { company, testConfig } from '../support/company.ts';
import { testDatabase } from '../support/database.ts';
import { Sink } from '../support/sink.ts';

const database = await testDatabase();

/** The name of a deal that a role sees at first and not any more. */
const secret = 'Zebra';

describe('a right that is taken away is gone at once', () => {
  let acme: Awaited<ReturnType<typeof company>>;
  let slack: Awaited<ReturnType<typeof startSlackBot>>;
  let discord: Awaited<ReturnType<typeof startDiscordBot>>;
  let boss: Person;

  beforeAll(async () => {
    acme = await company(database);
    slack = await startSlackBot('http', { chat: acme.chat });
    discord = await startDiscordBot({
      chat: acme.chat,
      registry: acme.live.registry as never,
      keep: (command, wire, person) => acme.inbox.saveDraft(command, wire, person),
    });
    boss = await acme.member('Bảo', 'admin');
    await acme.member('Lan', 'rep', 'North');
    await acme.say(await acme.member('Minh', 'rep', 'South'), `deal add ${secret} 900tr`);
  });
  beforeEach(() => acme.say(boss, 'crm permit rep deal sees:all changes:own'));
  afterAll(async () => {
    await Promise.all([slack.stop(), discord.stop()]);
    expect([...slack.slack.violations, ...discord.discord.violations]).toEqual([]);
  });

  const narrow = () => acme.say(boss, 'crm permit rep deal sees:own changes:own');

  async function linked(platform: string, userId: string) {
    const { id } = await acme.db.member.findFirstOrThrow({ where: { name: 'Lan' } });
    await acme.db.identity.create({ data: { memberId: id, platform, userId, name: 'Lan' } });
  }

  it('on Slack: in a search, in type-ahead, behind the buttons of an old message, on one’s page', async () => {
    const lan = slack.slack.person('Lan');
    await linked('slack', lan.id);
    /** What the bot says next that Lan can read. */
    async function next(act: () => Promise<unknown>) {
      const before = slack.slack.store.messages.length;
      await act();
      return slack.slack.until(() => slack.slack.store.messages[before]);
    }
    const card = await next(() => lan.slash('/deal', 'show D-1', lan.im));
    expect(shown(card.body)).toContain(secret);
    await lan.slash('/log', 'call', lan.im);
    const form = await slack.slack.until(() => lan.modal);
    const block = JSON.stringify(form.body).match(/"block_id":"(record~[^"]*)"/)?.[1] ?? '';
    expect(JSON.stringify(await lan.suggest(block, secret))).toContain('D-1');
    await narrow();
    expect(await lan.suggest(block, secret)).toEqual([]);
    expect(shown((await next(() => lan.slash('/find', secret, lan.im))).body)).toContain('Nothing fits');
    await lan.close();
    await lan.click(card, 'Log call');
    expect(shown((await slack.slack.until(() => lan.modal)).body)).not.toContain(secret);
    lan.openHome();
    expect(shown((await slack.slack.until(() => lan.home)).body)).not.toContain(secret);
  });

  it('on Discord: in a search, in type-ahead, behind the buttons of an old message', async () => {
    const lan = discord.discord.addPerson('Lan');
    await linked('discord', lan.user.id);
    const card = await lan.slash('deal show', { deal: 'D-1' }).message();
    expect(wordsIn(card)).toContain(secret);
    const choices = () => lan.type('deal show', 'deal', { deal: secret }).choices();
    expect((await choices()).map(({ name }) => name).join()).toContain(secret);
    await narrow();
    expect(await choices()).toEqual([]);
    expect(wordsIn(await lan.slash('find', { query: secret }).message())).toContain('Nothing fits');
    expect(wordsIn(await lan.slash('deal show', { deal: 'D-1' }).message())).not.toContain(secret);
  });

  it('at the terminal, for whom a command is run', async () => {
    await acme.db.member.updateMany({ where: { name: 'Lan' }, data: { email: 'lan@example.com' } });
    await linked('terminal', 'lan@example.com');
    let ids = 0;
    async function crm(...argv: string[]) {
      const [out, err] = [new Sink(), new Sink()];
      await runLine(['--as', 'lan@example.com', ...argv], {
        open: async () =>
          (await createCore(database, testConfig(), { clock: acme.clock, log: pino({ level: 'silent' }) }))
            .chat,
        registry,
        locale: 'en',
        zone: 'Asia/Ho_Chi_Minh',
        newId: () => String(++ids),
        out,
        err,
      });
      return out.text + err.text;
    }
    expect(await crm('deal', 'list')).toContain(secret);
    await narrow();
    for (const line of ['deal list', 'deal show 1', 'pipeline', 'me'])
      expect(await crm(...line.split(' '))).not.toContain(secret);
  });
});
