import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Message, Person } from '../emulators/discord/index.ts';
import { type Bot, inputs, startBot, wordsIn } from './bot.ts';

describe('what hangs from a record’s card on Discord', () => {
  let bot: Bot;
  let an: Person;
  let me: string;
  let card: Message;

  const show = (deal: string) => ({ label: `Show ${deal}`, command: 'deal.show', wire: { deal } });
  const shown = (...deals: string[]): Card => ({
    title: deals,
    blocks: [{ kind: 'actions', actions: deals.map(show) }],
  });
  const lookUps = () =>
    bot.discord.requests.filter(({ method, path }) => method === 'GET' && /messages\/\d+$/.test(path));
  /** The bot's next message in a channel, or in private. */
  async function next(channel: () => string | undefined, act: () => void): Promise<Message> {
    const ours = () =>
      bot.discord.store
        .messagesIn(channel() ?? '')
        .filter((message) => message.body.author.id === bot.discord.bot.id);
    const before = ours().length;
    act();
    return bot.discord.until('a message of the bot', () => ours()[before]);
  }
  const inPrivate = () => bot.discord.store.directChannel(an.user.id)?.id;

  beforeAll(async () => {
    bot = await startBot();
    an = bot.discord.addPerson('An', { locale: 'vi' });
    me = `<@${bot.discord.bot.id}>`;
  });
  beforeEach(async () => {
    bot.answer('deal.show', shown('C-2'));
    card = await an.slash('deal show', { deal: 'C-2' }).message();
    bot.ran.length = 0;
  });
  afterEach(() => {
    expect(bot.discord.violations.splice(0)).toEqual([]);
    expect(bot.faults.splice(0)).toEqual([]);
    bot.discord.faults.clear();
  });
  afterAll(() => bot.stop());

  it('a reply with a mention means its record, in either language', async () => {
    for (const line of ['move working', 'chuyển working', 'log note "đã gọi, hẹn thứ 6"'])
      await next(
        () => bot.discord.channel.id,
        () => an.say(`${me} ${line}`, { replyTo: card }),
      );
    expect(bot.ran).toEqual([
      { command: 'deal.move', input: { deal: 'C-2', stage: 'working' } },
      { command: 'deal.move', input: { deal: 'C-2', stage: 'working' } },
      { command: 'log.note', input: { deal: 'C-2', text: 'đã gọi, hẹn thứ 6' } },
    ]);
    expect(lookUps().filter(({ path }) => path.endsWith(card.body.id))).toHaveLength(1);
  });

  it('a reply without a mention is talk among people', async () => {
    const before = bot.discord.store.messages.size;
    an.say('move working', { replyTo: card });
    await next(
      () => bot.discord.channel.id,
      () => an.say(`${me} kpi`),
    );
    expect(bot.ran.map(({ command }) => command)).toEqual(['kpi']);
    expect(bot.discord.store.messages.size).toBe(before + 3);
  });

  it('a reply in private needs none', async () => {
    const told = await next(inPrivate, () => an.tell('deal show C-2'));
    await next(inPrivate, () => an.tell('move working', { replyTo: told }));
    expect(bot.ran.at(-1)).toEqual({ command: 'deal.move', input: { deal: 'C-2', stage: 'working' } });
  });

  it.each([{ asleep: false }, { asleep: true }])('a line in its thread means its record: %o', async (is) => {
    const channel = bot.discord.addThread(card, is);
    const done = await next(
      () => channel.id,
      () => an.say(`${me} move working`, { channel }),
    );
    expect(wordsIn(done)).toContain('done: deal.move');
    expect(bot.ran[0]?.input).toMatchObject({ deal: 'C-2' });
  });

  it('typed options in its thread too, and a form that they open holds it', async () => {
    const channel = bot.discord.addThread(card);
    await an.slash('deal move', { stage: 'working' }, { channel }).message();
    await an.slash('deal move', { stage: 'working', deal: 'C-1' }, { channel }).message();
    expect(bot.ran.map(({ input }) => input.deal)).toEqual(['C-2', 'C-1']);
    const modal = await an.slash('deal edit', {}, { channel }).modal();
    expect(inputs(modal)[0]?.value).toBe('C-2');
  });

  it('what is said in a thread of its own answers to what is replied to there', async () => {
    const channel = bot.discord.addThread(card);
    bot.answer('deal.show', shown('C-1'));
    const other = await next(
      () => channel.id,
      () => an.say(`${me} show C-1`, { channel }),
    );
    for (const replyTo of [other, an.say('hm', { channel })])
      await next(
        () => channel.id,
        () => an.say(`${me} move working`, { channel, replyTo }),
      );
    expect(bot.ran.slice(1).map(({ input }) => input.deal)).toEqual(['C-1', 'C-2']);
  });

  describe('means no record', () => {
    const refused = async (replyTo: Message) => {
      await next(inPrivate, () => an.say(`${me} move working`, { replyTo }));
      expect(bot.ran).toEqual([]);
    };

    it('where the card lists several', async () => {
      bot.answer('deal.show', shown('C-1', 'C-2'));
      const list = await an.slash('deal show', { deal: 'C-2' }).message();
      bot.ran.length = 0;
      await refused(list);
    });

    it('where somebody else wrote it, whatever buttons it has', async () => {
      const forged = an.say('look');
      forged.body = { ...forged.body, components: card.body.components as never };
      await refused(forged);
    });

    it('where it was deleted', async () => {
      card.deleted = true;
      await refused(card);
    });

    it('where Discord does not say', async () => {
      bot.discord.faults.plan('GET', /messages\/\d+$/, { status: 500 }, 4);
      await refused(card);
    });

    it('where a thread was started from nothing', async () => {
      const root = an.say('x');
      const channel = bot.discord.addThread(root);
      root.deleted = true;
      const modal = await an.slash('deal edit', {}, { channel }).modal();
      expect(inputs(modal)[0]?.value ?? '').toBe('');
    });
  });

  it('«Log on a deal» on a card means its record; on a message in its thread too, with the words', async () => {
    const on = await an.useOn('Log on a deal', card).modal();
    expect(inputs(on).map(({ value }) => value ?? '')).toEqual(['C-2', '']);
    const channel = bot.discord.addThread(card);
    const under = await an.useOn('Log on a deal', an.say('Khách đồng ý', { channel }), { channel }).modal();
    expect(inputs(under).map(({ value }) => value ?? '')).toEqual(['C-2', 'Khách đồng ý']);
  });

  // Last: what is asked of Discord afterwards waits behind it.
  it('a command is answered in time where Discord does not say soon', async () => {
    const channel = bot.discord.addThread(card);
    bot.discord.faults.plan('GET', /messages\/\d+$/, { late: 5000 });
    const asked = an.slash('deal edit', {}, { channel });
    expect(inputs(await asked.modal())[0]?.value ?? '').toBe('');
    expect((await asked.answered()).after).toBeLessThan(3000);
  });
});
