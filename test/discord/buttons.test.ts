import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import type { Message } from '../emulators/discord/index.ts';
import { labels, openBot, wordsIn } from './bot.ts';

const { bot, an } = await openBot();

/** A card that the bot sent by itself. */
async function sent(destination: string, card: Card) {
  const outcome = await bot.platform.send({ key: JSON.stringify(card), destination, locale: 'en', card });
  if (outcome.kind !== 'sent') throw new Error(outcome.kind);
  return bot.discord.store.messages.get(String(outcome.reference.split('/')[1])) as Message;
}

describe('a button', () => {
  const action = (label: string, wire: Record<string, string>, more = {}) => ({
    kind: 'actions' as const,
    actions: [{ label, command: 'deal.move', wire, ...more }],
  });

  it('updates its message in place where it says so', async () => {
    bot.answer('deal.show', {
      title: ['Acme'],
      blocks: [action('Won', { deal: 'C-2', stage: 'new' }, { replace: true })],
    });
    bot.answer('deal.move', { title: ['Moved'], blocks: [] });
    const card = await an.slash('deal show', { deal: 'C-2' }).message();
    const pressed = an.press(card, 'Won');
    expect((await pressed.answered()).type).toBe(6);
    expect(await pressed.updated()).toBe(card);
    expect(wordsIn(card)).toContain('Moved');
    expect(card.edits).toBe(1);
  });

  it('answers below where it does not, and opens a form when something is missing', async () => {
    bot.answer('deal.show', {
      title: ['Acme'],
      blocks: [action('Move', { deal: 'C-2' }), action('To new', { deal: 'C-2', stage: 'new' })],
    });
    const card = await an.slash('deal show', { deal: 'C-2' }).message();
    const moved = await an.press(card, 'To new').message();
    expect(moved.body.id).not.toBe(card.body.id);
    const asked = an.press(card, 'Move');
    expect(labels(await asked.modal())).toEqual(['Deal', 'Stage']);
    await (await an.submit(asked, { stage: 'working' })).message();
    expect(bot.ran.at(-1)?.input).toMatchObject({ deal: 'C-2', stage: 'working' });
  });

  it('whose press is a mistake leaves the card as it is and tells the person alone', async () => {
    const wire = { deal: 'Nobody', stage: 'new' };
    bot.answer('deal.show', { title: ['Acme'], blocks: [action('Won', wire, { replace: true })] });
    const card = await an.slash('deal show', { deal: 'C-2' }).message();
    const told = await an.press(card, 'Won').followup();
    expect(told.ephemeralFor).toBe(an.user.id);
    expect(wordsIn(card)).toContain('Acme');
  });

  it('that is refused leaves the card as it is also where only its person sees it', async () => {
    const wire = { deal: 'Nobody', stage: 'new' };
    const card = { title: ['Stale'], blocks: [action('Won', wire, { replace: true })] };
    const message = await sent(`user:${an.user.id}`, card);
    await an.press(message, 'Won').followup();
    expect(wordsIn(message)).toContain('Stale');
  });

  it('is not taken from another server', async () => {
    const other = bot.discord.addGuild('Other');
    const room = bot.discord.addChannel('general', other);
    const stranger = bot.discord.addPerson('Lạ', { guild: other });
    const message = await sent(room.id, {
      title: ['x'],
      blocks: [action('To new', { deal: 'C-2', stage: 'new' })],
    });
    const told = await stranger.press(message, 'To new').message();
    expect(told.ephemeralFor).toBe(stranger.user.id);
    expect(wordsIn(told)).toContain('only answer members');
    expect(bot.ran).toEqual([]);
  });

  it('of an older version says so', async () => {
    const gone = [{ label: 'Gone', command: 'deal.gone', wire: {} }];
    const message = await sent(bot.discord.channel.id, {
      title: ['Old'],
      blocks: [{ kind: 'actions', actions: gone }],
    });
    expect(wordsIn(await an.press(message, 'Gone').message())).toContain('older version');
  });

  it('in a direct message is taken from members only', async () => {
    const card = { title: ['Stale'], blocks: [action('To new', { deal: 'C-2', stage: 'new' })] };
    const binh = bot.discord.addPerson('Bình');
    const message = await sent(`user:${binh.user.id}`, card);
    await binh.press(message, 'To new').message();
    expect(bot.ran).toHaveLength(1);
    expect([...bot.stored.values()].at(-1)?.place.private).toBe(true);
    bot.discord.guild.members.delete(binh.user.id);
    expect(wordsIn(await binh.press(message, 'To new').message())).toContain('only answer members');
    expect(bot.ran).toHaveLength(1);
  });
});
