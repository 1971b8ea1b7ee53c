import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Invocation, Outgoing } from '../../src/chat/platform.ts';
import type { Message, Person } from '../emulators/discord/index.ts';
import { type Bot, startBot, wordsIn } from './bot.ts';

let bot: Bot;
let an: Person;

beforeAll(async () => {
  bot = await startBot();
  an = bot.discord.addPerson('An');
});
afterEach(() => {
  bot.discord.faults.clear();
  expect(bot.discord.violations.splice(0)).toEqual([]);
});
afterAll(() => bot.stop());

let count = 0;
const owed = (destination = bot.discord.channel.id): Outgoing => {
  count += 1;
  return {
    key: `digest.pipeline:2026-11-22:${count}`,
    destination,
    locale: 'en',
    card: { title: [`no ${count}`], blocks: [] },
  };
};
const there = () => bot.discord.store.messagesIn(bot.discord.channel.id).length;
const POST = [/messages$/] as const;

describe('a message that is owed', () => {
  it('is sent to a channel or to a person, with a reference', async () => {
    const sent = await bot.platform.send(owed());
    expect(sent).toEqual({
      kind: 'sent',
      reference: expect.stringMatching(`^${bot.discord.channel.id}/\\d+$`),
    });
    expect((await bot.platform.send(owed(`user:${an.user.id}`))).kind).toBe('sent');
    expect(
      bot.discord.store.messagesIn(String(bot.discord.store.directChannel(an.user.id)?.id)),
    ).toHaveLength(1);
  });

  it('sent again within minutes is the same message', async () => {
    const message = owed();
    const first = await bot.platform.send(message);
    expect(await bot.platform.send(message)).toEqual(first);
  });

  it('that is refused for good says why: no such channel, no access, no direct messages', async () => {
    const closed = bot.discord.addChannel('closed', bot.discord.guild);
    closed.closed = true;
    const shy = bot.discord.addPerson('Thẹn');
    bot.discord.store.closedDms.add(shy.user.id);
    for (const [destination, code] of [
      ['1', '10003'],
      [closed.id, '50001'],
      [`user:${shy.user.id}`, '50007'],
      ['user:1', '10013'],
    ] as const)
      expect(await bot.platform.send(owed(destination))).toEqual({
        kind: 'refused',
        error: expect.stringContaining(code),
      });
  });

  it('waits out a short rate limit and puts off a long one', async () => {
    bot.discord.faults.plan('POST', ...POST, { rateLimit: 0.05 });
    expect((await bot.platform.send(owed())).kind).toBe('sent');
    const other = await startBot();
    other.discord.faults.plan('POST', ...POST, { rateLimit: 30 });
    const put = await other.platform.send(owed(other.discord.channel.id));
    expect(put).toMatchObject({ kind: 'later' });
    expect(put.kind === 'later' && put.afterMs).toBeGreaterThan(25_000);
    await other.stop();
  });

  it('whose answer was lost is unknown, found again, and not there when it never arrived', async () => {
    for (const [die, found] of [
      ['after', 'sent'],
      ['before', undefined],
    ] as const) {
      const message = owed();
      const before = there();
      bot.discord.faults.plan('POST', ...POST, { die });
      expect((await bot.platform.send(message)).kind).toBe('unknown');
      expect(there()).toBe(before + (found ? 1 : 0));
      // Long after, when the nonce is forgotten, under more than a page of others.
      bot.discord.advance(3_600_000);
      for (let i = 0; i < 120; i++) an.say(`talk ${i}`);
      expect((await bot.platform.reconcile(message))?.kind).toBe(found);
    }
    const quiet = owed();
    bot.discord.faults.plan('POST', ...POST, { status: 502 }, 4);
    expect((await bot.platform.send(quiet)).kind).toBe('unknown');
    expect(await bot.platform.reconcile(quiet)).toBeNull();
  });

  it('is not taken for another of the same words, nor for what somebody else wrote', async () => {
    const card = { title: ['same'], blocks: [] };
    await bot.platform.send({ ...owed(), card });
    expect(await bot.platform.reconcile({ ...owed(), card })).toBeNull();
  });

  it('has its picture also where the client of Slack was loaded before, and carries the requests of both', async () => {
    const before = getGlobalDispatcher();
    setGlobalDispatcher(new Agent());
    try {
      const chart = { kind: 'bars' as const, title: 't', subtitle: '', rows: [] };
      const table = { kind: 'table' as const, columns: [], rows: [] };
      const blocks = [{ kind: 'chart' as const, chart, alt: 'by stage', table }];
      const sent = await bot.platform.send({ ...owed(), card: { title: ['Digest'], blocks } });
      expect(sent.kind).toBe('sent');
      const all = bot.discord.store.messagesIn(bot.discord.channel.id);
      expect(all.at(-1)?.files.size).toBe(1);
    } finally {
      setGlobalDispatcher(before);
    }
  });

  it('loses its picture, not itself, where the bot may not attach files', async () => {
    const bare = bot.discord.addChannel('bare', bot.discord.guild);
    bare.noFiles = true;
    const table = {
      kind: 'table' as const,
      columns: [{ label: 'Stage', align: 'left' as const }],
      rows: [[['Mới']]],
    };
    const chart = { kind: 'bars' as const, title: 't', subtitle: '', rows: [] };
    const card = { title: ['Digest'], blocks: [{ kind: 'chart' as const, chart, alt: 'by stage', table }] };
    expect((await bot.platform.send({ ...owed(bare.id), card })).kind).toBe('sent');
    expect(wordsIn(bot.discord.store.messagesIn(bare.id)[0] as Message)).toContain('Mới');
  });

  it('that cannot be looked for is looked for later', async () => {
    bot.discord.faults.plan('GET', ...POST, { die: 'before' });
    expect(await bot.platform.reconcile(owed())).toMatchObject({ kind: 'later' });
    expect(await bot.platform.reconcile(owed('1'))).toMatchObject({ kind: 'refused' });
  });

  it('is put off when Discord cannot be reached', async () => {
    const away = await startBot();
    await away.discord.close();
    // The first may have gone down the open connection; after it there is none.
    await away.platform.send(owed());
    expect(await away.platform.send(owed())).toMatchObject({ kind: 'later' });
    await away.platform.stop();
  });
});

describe('an answer after a restart', () => {
  /** What a process stored and acknowledged that got no further; `end` lets it go. */
  async function interrupted(line: string) {
    const other = await startBot();
    let release = () => {};
    other.answer(
      'pipeline',
      () =>
        new Promise((resolve) => {
          release = () => resolve({ title: ['too late'], blocks: [] });
        }),
    );
    const asked = other.discord.addPerson('An').slash(line);
    await other.discord.until('the work', () => other.ran.length === 1);
    const stored = JSON.stringify(other.stored.get(`discord:${asked.interaction.id}`));
    const end = async () => {
      release();
      await other.stop();
    };
    return { other, asked, invocation: JSON.parse(stored) as Invocation, end };
  }

  it('fills what was promised', async () => {
    const { other, asked, invocation, end } = await interrupted('pipeline');
    const next = other.create();
    await next.answer(invocation, {
      card: { title: ['taken up again'], blocks: [] },
      visibility: 'channel',
      ok: 'done',
    });
    expect(wordsIn(await asked.message())).toContain('taken up again');
    expect(other.discord.violations).toEqual([]);
    await end();
  });

  it('comes as a message when the interaction has run out: in the channel, or to the person alone', async () => {
    const { other, asked, invocation, end } = await interrupted('pipeline');
    other.discord.advance(15 * 60_000 + 1);
    await other.platform.answer(invocation, {
      card: { title: ['late'], blocks: [] },
      visibility: 'channel',
      ok: 'done',
    });
    const { store, channel } = other.discord;
    expect(wordsIn(store.messagesIn(channel.id).at(-1) as Message)).toContain('late');
    await other.platform.answer(invocation, {
      card: { title: ['secret'], blocks: [] },
      visibility: 'private',
      ok: 'refused',
    });
    const dm = String(store.directChannel(asked.interaction.user.id)?.id);
    expect(wordsIn(store.messagesIn(dm).at(-1) as Message)).toContain('secret');
    expect(store.messagesIn(channel.id).map(wordsIn).join()).not.toContain('secret');
    await end();
  });
});
