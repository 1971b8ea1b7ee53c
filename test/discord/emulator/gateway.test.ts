import { Events, type Interaction, Status } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { startDiscord } from '../../emulators/discord/index.ts';
import { login } from '../client.ts';
import { openSession } from './session.ts';

const { discord, client, an, onInteraction } = await openSession();

describe('the gateway', () => {
  it('gives the words of a message only where the bot is named or written to in private', async () => {
    const heard: string[] = [];
    client.on(
      Events.MessageCreate,
      (m) => void heard.push(`${m.guildId ? 'guild' : 'private'}: ${m.content}`),
    );
    an.say('among ourselves');
    an.say(`<@${discord.bot.id}> pipeline`);
    an.tell('pipeline');
    await discord.until('all three', () => heard.length === 3);
    expect(heard).toEqual(['guild: ', `guild: <@${discord.bot.id}> pipeline`, 'private: pipeline']);
  });

  it('tells of the same interaction twice when asked to', async () => {
    const keys: string[] = [];
    onInteraction(async (i: Interaction) => void keys.push(i.id));
    an.slash('deal add', { title: 'x' }, { times: 2 });
    await discord.until('both', () => keys.length === 2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('lets the client resume after a missed heartbeat or on request, and identify anew when the session is gone', async () => {
    const other = await startDiscord();
    // Long enough for an acknowledgement to come in time on a busy machine.
    other.gateway.heartbeat = 400;
    const guest = await login(other);
    const { counts } = other.gateway;
    // On a busy machine the client may resume once more by itself: what counts is that it knows of each.
    let resumed = 0;
    guest.on(Events.ShardResume, () => void resumed++);
    const isBack = () => other.gateway.connected && resumed === counts.resume;
    await other.until('heartbeats', () => counts.heartbeat >= 2);
    other.gateway.acknowledges = false;
    await other.until('a resume', () => counts.resume >= 1);
    other.gateway.acknowledges = true;
    await other.until('the connection', isBack);
    const { resume } = counts;
    other.gateway.reconnect();
    await other.until('a resume on request', () => counts.resume > resume && isBack());
    const { identify } = counts;
    other.gateway.invalidate();
    await other.until('a new session', () => counts.identify > identify);
    // A client that is just connecting cannot be destroyed: it would wait for ever.
    await other.until('it', () => guest.ws.shards.every(({ status }) => status === Status.Ready));
    await guest.destroy();
    await other.close();
  });

  it('replays what was missed when a dropped socket resumes', async () => {
    const heard: string[] = [];
    client.on(Events.MessageCreate, (m) => void heard.push(m.content));
    const { resume } = discord.gateway.counts;
    discord.gateway.drop();
    await discord.until('the drop', () => !discord.gateway.connected);
    an.tell('while you were away');
    await discord.until('the replay', () => heard.includes('while you were away'));
    expect(discord.gateway.counts.resume).toBe(resume + 1);
  });

  it('takes a wrong token and an intent that was not granted for what they are', async () => {
    await expect(login({ ...discord, token: 'wrong' })).rejects.toThrow('invalid token');
    const { Client: Real } = await import('discord.js');
    const greedy = new Real({ intents: ['MessageContent'], rest: { api: discord.api } });
    await expect(greedy.login(discord.token)).rejects.toThrow('disallowed intents');
    await greedy.destroy();
  });
});
