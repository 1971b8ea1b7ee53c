import { describe, expect, it } from 'vitest';
import { openBot, png, startBot, wordsIn } from './bot.ts';

const { bot, an } = await openBot();

describe('faults', () => {
  it('of Discord at the acknowledgement do not lose the answer: it comes as a message', async () => {
    bot.discord.faults.plan('POST', /callback$/, { die: 'before' });
    const before = bot.discord.store.messagesIn(bot.discord.channel.id).length;
    an.slash('pipeline');
    await bot.discord.until('the message', () => {
      const now = bot.discord.store.messagesIn(bot.discord.channel.id);
      return now.length > before && wordsIn(now.at(-1) as never).includes('done: pipeline');
    });
    bot.discord.faults.plan('POST', /callback$/, { die: 'before' });
    const chi = bot.discord.addPerson('Chi');
    chi.slash('me');
    const dm = await bot.discord.until('a direct message', () => {
      const channel = bot.discord.store.directChannel(chi.user.id);
      return channel && bot.discord.store.messagesIn(channel.id)[0];
    });
    expect(wordsIn(dm)).toContain('done: me');
  });

  it('of Discord at the answer are survived: lost connections, 5xx, rate limits', async () => {
    for (const fault of [
      { die: 'after' },
      { die: 'before' },
      { status: 503 },
      { rateLimit: 0.05 },
    ] as const) {
      bot.discord.faults.plan('PATCH', /@original$/, fault);
      expect(wordsIn(await an.slash('pipeline').message())).toContain('done');
    }
  });

  it('of ours are told with a code, privately, and end nothing', async () => {
    bot.answer('pipeline', () => Promise.reject(new Error('boom')));
    expect(wordsIn(await an.slash('pipeline').followup())).toMatch(/code: \w{8}/);
    expect(bot.faults.splice(0)).toHaveLength(1);
    const broken = await startBot({
      chat: {
        ...bot.chat,
        plan: () => {
          throw new Error('unplanned');
        },
      },
    });
    const told = await broken.discord.addPerson('Bình').slash('pipeline').message();
    const token = /code: (\w{8})/.exec(wordsIn(told))?.[1];
    expect(told.ephemeralFor).toBeDefined();
    expect(broken.logged.find((l) => l.about.token === token)?.level).toBe('error');
    await broken.stop();
    bot.answer('pipeline', { title: ['again'], blocks: [] });
  });

  it('of the picture leave the table in its place', async () => {
    const table = {
      kind: 'table' as const,
      columns: [{ label: 'Stage', align: 'left' as const }],
      rows: [[['Mới']]],
    };
    const chart = { kind: 'bars' as const, title: 't', subtitle: '', rows: [] };
    bot.answer('pipeline', {
      title: ['Pipeline'],
      blocks: [{ kind: 'chart', chart, alt: 'by stage', table }],
    });
    const drawn = await an.slash('pipeline').message();
    expect(drawn.files.get('chart-1.png')).toEqual(png);
    expect(JSON.stringify(drawn.body.components)).toContain('chart-1.png');
    const poor = await startBot({ draw: () => Promise.reject(new Error('no canvas')), chat: bot.chat });
    const plainly = await poor.discord.addPerson('Bình').slash('pipeline').message();
    expect(wordsIn(plainly)).toContain('Mới');
    expect(plainly.files.size).toBe(0);
    expect(poor.discord.violations).toEqual([]);
    await poor.stop();
  });
});
