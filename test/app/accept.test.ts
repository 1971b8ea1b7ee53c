import { rm } from 'node:fs/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { wordsIn } from '../discord/bot.ts';
import { type Discord, startDiscord } from '../emulators/discord/index.ts';
import { type SlackEmulator, shown, startSlack } from '../emulators/slack/index.ts';
import { cloneTemplate } from '../support/database.ts';
import { slackEnv } from './bot.ts';

let slack: SlackEmulator;
let discord: Discord;
let app: Awaited<ReturnType<typeof createApp>>;
let dataDir: string;

beforeAll(async () => {
  [slack, discord, dataDir] = await Promise.all([startSlack(), startDiscord(), cloneTemplate()]);
  const read = parseConfig({
    ...slackEnv(slack),
    PORT: '0',
    DATA_DIR: dataDir,
    ADMIN_EMAILS: 'boss@example.com',
    DISCORD_TOKEN: discord.token,
    DISCORD_GUILD_ID: discord.guild.id,
    DISCORD_API_URL: discord.api,
    DEFAULT_LOCALE: 'en',
  });
  if (!read.ok) throw new Error(JSON.stringify(read));
  app = await createApp(read.config, { log: pino({ level: 'silent' }) });
  await app.start();
  slack.useHttp(`${app.url}/slack/events`);
});
afterAll(async () => {
  await app.stop();
  await Promise.all([slack.stop(), discord.close()]);
  await rm(dataDir, { recursive: true });
});

/** A rep who is known on one platform. */
const rep = (name: string, platform: string, userId: string) =>
  app.database.prisma.member.create({
    data: { name, folded: name.toLowerCase(), identities: { create: { platform, userId, name } } },
  });
const lead = (id: number) => app.database.prisma.lead.findUniqueOrThrow({ where: { id } });

describe('a lead that somebody was given', () => {
  it('comes to them as a direct message on Slack, and one press accepts it', async () => {
    const boss = slack.person('Sếp', { email: 'boss@example.com' });
    const lan = slack.person('Lan', { email: 'lan@example.com' });
    await rep('Lan', 'slack', lan.id);
    await boss.slash('/lead', 'add "Sao Mai" source:website owner:Lan');
    await slack.until(() => slack.messages(boss.im).find(({ bot }) => bot));
    await app.courier.deliver();
    const told = await slack.until(() => slack.messages(lan.im).find(({ bot }) => bot));
    expect(shown(told.body)).toContain('Sếp has given you this lead');
    await lan.click(told, 'Accept');
    await slack.until(() => told.edited > 0);
    expect(shown(told.body)).toContain('Accepted. Good luck!');
    expect((await lead(1)).acceptedAt).not.toBeNull();
    expect(slack.messages(lan.im).filter(({ bot }) => bot)).toHaveLength(1);
    expect(slack.violations).toEqual([]);
  });

  it('comes to them on Discord, where what was accepted or taken away since is told to who presses', async () => {
    const boss = discord.addPerson('Giám đốc', { admin: true });
    const an = discord.addPerson('An');
    await rep('An', 'discord', an.user.id);
    await boss.slash('lead add', { name: 'Hoàng Long', source: 'website', owner: 'An' }).message();
    await app.courier.deliver();
    const told = [...discord.store.messages.values()].find((message) =>
      wordsIn(message).includes('has given you'),
    );
    if (!told) throw new Error('nobody was told');
    await boss.slash('lead assign', { lead: 'L-2', member: 'Giám đốc' }).message();
    expect(wordsIn(await an.press(told, 'Accept').followup())).toContain('found nothing');
    await boss.slash('undo').message();
    await an.press(told, 'Accept').updated();
    expect(wordsIn(told)).toContain('Accepted. Good luck!');
    expect((await lead(2)).acceptedAt).not.toBeNull();
    expect(discord.violations).toEqual([]);
  });
});
