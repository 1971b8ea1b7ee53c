import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message, Person } from '../emulators/discord/index.ts';
import { type Bot, startBot, wordsIn } from './bot.ts';

let bot: Bot;
let an: Person;
let me: string;

beforeAll(async () => {
  bot = await startBot();
  an = bot.discord.addPerson('An');
  me = `<@${bot.discord.bot.id}>`;
});
afterEach(() => {
  expect(bot.discord.violations.splice(0)).toEqual([]);
  bot.ran.length = 0;
});
afterAll(() => bot.stop());

const ours = (channel: string | undefined) =>
  bot.discord.store.messagesIn(channel ?? '').filter((m) => m.body.author.id === bot.discord.bot.id);
const referenced = (message: Message) =>
  (message.body.message_reference as { message_id?: string })?.message_id;

/** The bot's next message in a channel, or in private with somebody. */
async function next(where: { channel: string } | Person, act: () => void): Promise<Message> {
  const channel = () =>
    'channel' in where ? where.channel : bot.discord.store.directChannel(where.user.id)?.id;
  const before = ours(channel()).length;
  act();
  return bot.discord.until('a message of the bot', () => ours(channel())[before]);
}

const here = () => ({ channel: bot.discord.channel.id });

describe('a line', () => {
  it('behind a mention is done and answered below it', async () => {
    const answer = await next(here(), () => an.say(`${me} deal add "Gia hạn Acme" 1,2 tỷ company:Acme`));
    expect(wordsIn(answer)).toContain('done: deal.add');
    expect(bot.ran[0]?.input).toMatchObject({ title: 'Gia hạn Acme', company: 'C-2' });
    expect(answer.pings).toEqual({ users: [], roles: [], everyone: false });
  });

  it('in a direct message is done and answered there', async () => {
    expect(wordsIn(await next(an, () => an.tell('pipeline')))).toContain('done: pipeline');
    expect([...bot.stored.values()].at(-1)?.place.private).toBe(true);
  });

  it('that is empty gets help', async () => {
    expect(wordsIn(await next(here(), () => an.say(me)))).toContain('done: crm.help');
  });

  it('that is a mistake is told in private, not in front of the others', async () => {
    const before = ours(here().channel).length;
    const told = await next(an, () => an.say(`${me} pipelin`));
    expect(wordsIn(told)).toContain('Did you mean “pipeline”?');
    expect(ours(here().channel)).toHaveLength(before);
    expect(bot.ran).toEqual([]);
    await an.press(told, 'pipeline').message();
    expect(bot.ran).toMatchObject([{ command: 'pipeline' }]);
  });

  it('whose answer is private comes in private', async () => {
    const before = ours(here().channel).length;
    expect(wordsIn(await next(an, () => an.say(`${me} me`)))).toContain('done: me');
    expect(ours(here().channel)).toHaveLength(before);
  });

  it('whose private answer cannot be delivered says so and nothing of it', async () => {
    const shy = bot.discord.addPerson('Thẹn');
    bot.discord.store.closedDms.add(shy.user.id);
    const sorry = await next(here(), () => shy.say(`${me} me`));
    expect(wordsIn(sorry)).toContain('allow direct messages');
    expect(wordsIn(sorry)).not.toContain('done');
  });

  it('that is not complete gets a button that opens the form with all of it, however long', async () => {
    const note = 'Khách hẹn gặp lại, mang theo báo giá. '.repeat(5).trim();
    const card = await next(here(), () => an.say(`${me} deal add "Gia hạn Acme" note:"${note}"`));
    const asked = an.press(card, 'Open the form');
    await (await an.submit(asked, { amount: '500tr' })).message();
    expect(bot.ran[0]?.input).toMatchObject({ title: 'Gia hạn Acme', note });
  });

  it('that Discord tells twice is done and answered once', async () => {
    const before = ours(here().channel).length;
    an.say(`${me} pipeline`, { times: 2 });
    an.say(`${me} deal add`, { times: 2 });
    an.say(`${me} kpi`);
    const posted = bot.discord.requests.length;
    const posts = () =>
      bot.discord.requests.slice(posted).filter((r) => r.method === 'POST' && r.status === 200);
    await bot.discord.until('all answers', () => posts().length === 4);
    expect(bot.ran.map((r) => r.command).sort()).toEqual(['kpi', 'pipeline']);
    expect(ours(here().channel)).toHaveLength(before + 3);
  });
});

describe('nobody else is answered', () => {
  it('bots, other guilds, talk without a mention, a mention in passing', async () => {
    const other = bot.discord.addGuild('Other');
    const room = bot.discord.addChannel('general', other);
    const stranger = bot.discord.addPerson('Lạ', { guild: other });
    const robot = bot.discord.addPerson('Robot', { bot: true });
    const before = bot.discord.store.messages.size;
    stranger.say(`${me} pipeline`, { channel: room });
    robot.say(`${me} pipeline`);
    robot.tell('pipeline');
    an.say('pipeline');
    an.say(`thanks ${me} pipeline`);
    await next(here(), () => an.say(`${me} kpi`));
    expect(bot.ran.map((r) => r.command)).toEqual(['kpi']);
    expect(bot.discord.store.messages.size).toBe(before + 7);
  });

  it('strangers in private get one sentence and change nothing', async () => {
    const stranger = bot.discord.addPerson('Lạ', { guild: null });
    const told = await next(stranger, () => stranger.tell('deal add X 1tr'));
    expect(wordsIn(told)).toContain('only answer members');
    expect(bot.ran).toEqual([]);
  });

  it('somebody of whom Discord cannot say who they are is asked to try again', async () => {
    bot.discord.faults.plan('GET', /members/, { status: 500 }, 4);
    expect(wordsIn(await next(an, () => an.tell('pipeline')))).toContain('who you are');
    expect(bot.ran).toEqual([]);
  });
});

describe('lines after a lost connection', () => {
  it('are replayed and answered', async () => {
    bot.discord.gateway.drop();
    await bot.discord.until('the drop', () => !bot.discord.gateway.connected);
    const answer = await next(here(), () => an.say(`${me} pipeline`));
    expect(wordsIn(answer)).toContain('done: pipeline');
    expect(referenced(answer)).toBeDefined();
  });
});
