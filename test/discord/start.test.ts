import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyCommand } from '../../src/chat/command.ts';
import { text } from '../../src/chat/fields.ts';
import { namesOf } from '../../src/chat/names.ts';
import { fieldNames } from '../../src/platforms/discord/names.ts';
import { commandsOf } from '../../src/platforms/discord/register.ts';
import { commandIssues } from '../emulators/discord/rules/command.ts';
import type { Json } from '../emulators/discord/store.ts';
import { type Bot, startBot } from './bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

const inside = (thing: Json | undefined) => (thing?.options ?? []) as Json[];
const puts = () => bot.discord.requests.filter((r) => r.method === 'PUT').length;

describe('the start', () => {
  it('registers the commands once, and again only when they changed', async () => {
    expect(puts()).toBe(1);
    const same = bot.create();
    await same.start();
    expect(puts()).toBe(1);
    const { kpi: _, ...fewer } = bot.registry;
    const changed = bot.create({ registry: fewer as never });
    await changed.start();
    expect(puts()).toBe(2);
    await Promise.all([same.stop(), changed.stop()]);
    expect(bot.discord.violations).toEqual([]);
  });

  it('gives commands typed options with choices, suggestions and Vietnamese names', () => {
    const commands = commandsOf(bot.registry) as unknown as Json[];
    expect(commandIssues(commands)).toEqual([]);
    const deal = commands.find((c) => c.name === 'deal');
    const add = inside(deal).find((o) => o.name === 'add');
    expect(add?.name_localizations).toEqual({ vi: namesOf('vi', 'deal.add')[0]?.split(' ')[1] });
    const options = Object.fromEntries(inside(add).map((o) => [o.name, o]));
    expect(Object.keys(options)).toEqual(['title', 'amount', 'company', 'stage', 'close', 'page', 'note']);
    expect(options.company).toMatchObject({
      type: 3,
      autocomplete: true,
      name_localizations: { vi: 'công-ty' },
    });
    expect(options.stage?.choices).toContainEqual({
      name: 'New',
      name_localizations: { vi: 'Mới' },
      value: 'new',
    });
    expect(options.page).toMatchObject({ type: 4, min_value: 1, max_value: 9 });
    expect(options.amount?.description_localizations).toEqual({ vi: expect.stringContaining('1,2 tỷ') });
    const edit = inside(deal).find((o) => o.name === 'edit');
    expect(inside(edit).map((o) => o.name)).toContain('tax-code');
    const move = inside(deal).find((o) => o.name === 'move');
    expect(inside(move).map((o) => o.name)).toEqual(['deal', 'stage']);
  });

  it('leaves a field untranslated where two would have the same name', () => {
    const twice = {
      title: text({ max: 9, label: 'field.name' }),
      name: text({ max: 9 }),
      note: text({ max: 9 }),
    };
    const names = fieldNames({ fields: twice, positional: ['title'] } as unknown as AnyCommand<unknown>);
    expect(names.map((n) => [n.option, n.translated])).toEqual([
      ['title', undefined],
      ['name', undefined],
      ['note', 'ghi-chú'],
    ]);
  });

  it.each([
    ['a wrong token', { token: 'wrong' }, 'DISCORD_TOKEN'],
    ['a guild without the bot', { guildId: '1' }, 'DISCORD_GUILD_ID'],
    ['an address where nobody answers', { apiUrl: 'http://127.0.0.1:9/api' }, 'http://127.0.0.1:9/api'],
  ])('with %s ends in one clear error', async (_what, options, names) => {
    await expect(bot.create(options).start()).rejects.toThrow(names);
  });
});

describe('the stop', () => {
  it('takes nothing new and lets what is under way finish', async () => {
    const other = await startBot();
    const an = other.discord.addPerson('An');
    let finish = () => {};
    other.answer(
      'pipeline',
      () =>
        new Promise((resolve) => {
          finish = () => resolve({ title: ['finished'], blocks: [] });
        }),
    );
    const asked = an.slash('pipeline');
    await other.discord.until('the work', () => other.ran.length === 1);
    const stopped = other.platform.stop();
    const ignored = an.slash('me');
    // The client would be gone after the first few of these.
    for (let i = 0; i < 20; i++) await fetch(`${other.discord.api}/v10/gateway/bot`);
    expect(other.discord.gateway.connected).toBe(true);
    finish();
    await stopped;
    expect(asked.interaction.loading).toBe(false);
    expect(ignored.interaction.response).toBeUndefined();
    expect(other.discord.gateway.connected).toBe(false);
    await other.discord.close();
  });
});
