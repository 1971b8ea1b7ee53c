import { readFileSync } from 'node:fs';
import { ComponentType, type Interaction, MessageFlags, TextInputStyle } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { readme } from '../../emulators/discord/coverage.ts';
import { routes } from '../../emulators/discord/routes/index.ts';
import { openSession, refused, row } from './session.ts';
import { wrongCommands, wrongMessages } from './wrong.ts';

const { discord, client, an, onInteraction, violations } = await openSession();

describe('the REST half', () => {
  it('logs the real client in and knows guild, channel, members, users and the application', async () => {
    const guild = await client.guilds.fetch({ guild: discord.guild.id, force: true });
    expect(guild.name).toBe('Công ty Sao Mai');
    expect((await guild.members.fetch({ user: an.user.id, force: true })).displayName).toBe('An');
    expect((await client.users.fetch(an.user.id, { force: true })).username).toBe('An');
    expect((await client.channels.fetch(discord.channel.id, { force: true }))?.id).toBe(discord.channel.id);
    await client.application.fetch();
    expect((await client.application.commands.fetch({ guildId: discord.guild.id })).size).toBe(2);
    expect(await refused(guild.members.fetch({ user: '1', force: true }))).toBe(10007);
    expect(violations()).toEqual([]);
  });

  it('creates, reads, edits and lists messages with files, and works out who is notified', async () => {
    const channel = await client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000460000002580806000000', 'hex');
    const sent = await channel.send({
      content: `<@${an.user.id}> and @everyone`,
      files: [{ attachment: png, name: 'chart.png', description: 'Pipeline' }],
      embeds: [{ title: 'Digest', image: { url: 'attachment://chart.png' } }],
      allowedMentions: { parse: [], users: [an.user.id] },
    });
    const stored = discord.store.messages.get(sent.id);
    expect(stored?.pings).toEqual({ users: [an.user.id], roles: [], everyone: false });
    expect(stored?.files.get('chart.png')).toEqual(png);
    expect(sent.attachments.first()?.width).toBe(1120);
    expect(sent.embeds[0]?.image?.url).toContain('/chart.png');
    const edited = await sent.edit({ content: 'done', embeds: [] });
    expect(edited.content).toBe('done');
    expect(edited.attachments.size).toBe(1);
    expect((await channel.messages.fetch({ message: sent.id, force: true })).content).toBe('done');
    expect((await channel.messages.fetch({ limit: 10 })).first()?.id).toBe(sent.id);
    const dm = await client.users.createDM(an.user.id);
    await dm.send({ content: 'hello', allowedMentions: { parse: [] } });
    expect(discord.store.messagesIn(dm.id)).toHaveLength(1);
    expect(violations()).toEqual([]);
  });

  it.each(wrongMessages)('refuses %s and keeps it as a violation', async (_what, body) => {
    const channel = await client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const before = discord.store.messages.size;
    expect([50035, 50006]).toContain(await refused(channel.send(body)));
    expect(discord.store.messages.size).toBe(before);
    expect(violations()).toHaveLength(1);
  });

  it.each(wrongCommands)('refuses a command with %s', async (_what, command) => {
    expect(await refused(client.application.commands.set([command as never], discord.guild.id))).toBe(50035);
    expect(discord.store.commands.get(discord.guild.id)).toHaveLength(2);
    expect(violations()).toHaveLength(1);
  });

  it('answers the same nonce with the message that is there, for a few minutes', async () => {
    const dm = await client.users.createDM(an.user.id);
    const send = () => dm.send({ content: 'once', nonce: 'n-1', enforceNonce: true });
    const first = await send();
    expect((await send()).id).toBe(first.id);
    discord.advance(6 * 60_000);
    expect((await send()).id).not.toBe(first.id);
  });

  it('has no unknown routes, and keeps requests for them', async () => {
    expect(await refused(client.rest.get('/guilds/1/emojis'))).toBe(0);
    expect(violations()).toEqual([expect.stringContaining('GET /guilds/1/emojis')]);
  });

  it('waits out a rate limit, survives a 5xx, and reports a connection that died after the effect', async () => {
    const channel = await client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const count = () => discord.store.messagesIn(channel.id).length;
    const before = count();
    discord.faults.plan('POST', /messages$/, { rateLimit: 0.05 });
    discord.faults.plan('POST', /messages$/, { status: 502 });
    await channel.send('patient');
    expect(count()).toBe(before + 1);
    discord.faults.plan('POST', /messages$/, { die: 'before' });
    await expect(channel.send('lost')).rejects.toThrow();
    expect(count()).toBe(before + 1);
    discord.faults.plan('POST', /messages$/, { die: 'after' });
    await expect(channel.send('arrived')).rejects.toThrow();
    expect(count()).toBe(before + 2);
    expect(violations()).toEqual([]);
  });

  it('refuses channels the bot may not write to and people who take no messages', async () => {
    const closed = discord.addChannel('closed', discord.guild);
    closed.closed = true;
    expect(
      await refused(client.rest.post(`/channels/${closed.id}/messages`, { body: { content: 'x' } })),
    ).toBe(50001);
    const shy = discord.addPerson('Shy');
    discord.store.closedDms.add(shy.user.id);
    expect(await refused(client.users.send(shy.user.id, 'x'))).toBe(50007);
    expect(violations()).toEqual([]);
  });
});

describe('interactions', () => {
  it('carries a slash command to a deferred answer, its edit, its follow-ups and their end after 15 minutes', async () => {
    onInteraction(async (i: import('discord.js').ChatInputCommandInteraction) => {
      expect([i.options.getSubcommand(), i.options.getString('title'), i.locale]).toEqual([
        'add',
        'Acme',
        'vi',
      ]);
      await i.deferReply({ flags: MessageFlags.Ephemeral });
      await i.editReply({ content: 'made' });
      expect((await i.fetchReply()).content).toBe('made');
      const more = await i.followUp({ content: 'more' });
      await i.webhook.editMessage(more, { content: 'even more' });
      expect((await i.webhook.fetchMessage(more.id)).content).toBe('even more');
      await i.webhook.deleteMessage(more);
      await i.deleteReply();
      discord.advance(15 * 60_000);
      expect(await refused(i.followUp('late'))).toBe(50027);
    });
    const asked = an.slash('deal add', { title: 'Acme' });
    const answer = await asked.message();
    expect(answer.ephemeralFor).toBe(an.user.id);
    await discord.until('the end', () => answer.deleted);
    await discord.until('the last refusal', () => discord.requests.at(-1)?.status === 401);
    expect(violations()).toEqual([]);
  });

  it('lets a command be answered once and within three seconds', async () => {
    const codes: Promise<number>[] = [];
    onInteraction(async (i: import('discord.js').ChatInputCommandInteraction) => {
      const url = `/interactions/${i.id}/${i.token}/callback` as const;
      const answer = () => client.rest.post(url, { body: { type: 5 }, auth: false });
      if (i.options.getString('title') === 'late') {
        discord.advance(3001);
        codes.push(refused(answer()));
      } else {
        await answer();
        codes.push(refused(answer()));
      }
    });
    const once = an.slash('deal add', { title: 'once' });
    await once.answered();
    await discord.until('the second answer', () => codes.length === 1);
    const late = an.slash('deal add', { title: 'late' });
    await discord.until(
      'the late answer',
      () => codes.length === 2 && discord.requests.at(-1)?.status === 404,
    );
    expect(await Promise.all(codes)).toEqual([40060, 10062]);
    expect(late.interaction.response).toBeUndefined();
    violations();
  });

  it('opens a form as a first response, takes what is filled in, and refuses a sixth question', async () => {
    const input = (id: string) => ({
      type: ComponentType.Label,
      label: id,
      component: { type: ComponentType.TextInput, customId: id, style: TextInputStyle.Short },
    });
    const codes: number[] = [];
    onInteraction(async (i: Interaction) => {
      if (i.isChatInputCommand()) {
        const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(input);
        codes.push(await refused(i.showModal({ customId: 'm', title: 'Deal', components: six as never })));
        await i.showModal({ customId: 'm', title: 'Deal', components: [input('amount')] as never });
        codes.push(await refused(i.followUp('x').then(() => i.fetchReply())));
      } else if (i.isModalSubmit()) await i.reply({ content: i.fields.getTextInputValue('amount') });
    });
    const asked = an.slash('deal add', { title: 'x' });
    await asked.answered();
    const submitted = await an.submit(asked, { amount: '1,2 tỷ' });
    expect((await submitted.message()).body.content).toBe('1,2 tỷ');
    await discord.until('the refusal', () => codes.length === 2);
    expect(codes).toEqual([50035, 10008]);
    expect(violations()).toHaveLength(1);
  });

  it('updates the message of a button in place, from a channel and in a direct message', async () => {
    onInteraction(async (i: import('discord.js').ButtonInteraction) => {
      if (i.customId === 'now') await i.update({ content: 'updated', components: [], withResponse: true });
      else {
        await i.deferUpdate();
        await i.editReply({ content: 'edited', components: [] });
      }
    });
    const channel = await client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const dm = await client.users.createDM(an.user.id);
    for (const [place, label, content] of [
      [channel, 'Now', 'updated'],
      [dm, 'Later', 'edited'],
    ] as const) {
      const { id } = await place.send({
        content: 'card',
        components: [row(['Now', 'now'], ['Later', 'later'])],
      });
      const message = discord.store.messages.get(id);
      if (!message) throw new Error('no message');
      an.press(message, label);
      await discord.until('the update', () => message.body.content === content);
      expect(() => an.press(message, label)).toThrow('no button');
    }
    expect(violations()).toEqual([]);
  });

  it('asks for suggestions, takes at most 25, and uses the menu on a message', async () => {
    const codes: Promise<number>[] = [];
    onInteraction(async (i: Interaction) => {
      if (i.isMessageContextMenuCommand()) return i.reply({ content: `logged: ${i.targetMessage.content}` });
      if (!i.isAutocomplete()) return undefined;
      const typed = i.options.getFocused();
      const many = Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }));
      if (typed === 'many') {
        const url = `/interactions/${i.id}/${i.token}/callback` as const;
        const sent = client.rest.post(url, { body: { type: 8, data: { choices: many } }, auth: false });
        codes.push(refused(sent));
        return undefined;
      }
      return i.respond([{ name: `Công ty ${typed}`, value: 'c1' }]);
    });
    expect(await an.type('deal add', 'company', { company: 'Sao' }).choices()).toEqual([
      { name: 'Công ty Sao', value: 'c1' },
    ]);
    an.type('deal add', 'company', { company: 'many' });
    await discord.until('the refusal', () => codes.length === 1);
    expect(await codes[0]).toBe(50035);
    expect(violations()).toHaveLength(1);
    const message = an.say('called Acme');
    expect((await an.useOn('Log on a deal', message).message()).body.content).toBe('logged: called Acme');
  });
});

describe('its coverage', () => {
  it('is told in its README, route by route', async () => {
    const squeezed = (text: string) =>
      text
        .replaceAll(/ +\|/g, ' |')
        .replaceAll(/-{2,}/g, '---')
        .replaceAll('| --- ', '|---')
        .replaceAll('|--- |', '|---|');
    expect(squeezed(readFileSync('test/emulators/discord/README.md', 'utf8'))).toBe(squeezed(readme()));
  });

  it('names only routes that Discord has', async () => {
    // Its types do not fit our compiler options, so it is imported by a name the compiler does not follow.
    const official = await import('discord-api-spec' as string);
    const paths: Record<string, readonly string[]> = official.pathsList;
    for (const route of routes) expect(paths[route.method.toLowerCase()]).toContain(route.path);
  });

  it('was reached by the real client in these tests, every route of it', () => {
    expect(routes.map((r) => `${r.method} ${r.path}`).filter((r) => !discord.served.has(r))).toEqual([]);
  });
});
