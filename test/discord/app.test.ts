import { rm } from 'node:fs/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { type Discord, startDiscord } from '../emulators/discord/index.ts';
import { cloneTemplate } from '../support/database.ts';
import { wordsIn } from './bot.ts';

let discord: Discord;
let app: Awaited<ReturnType<typeof createApp>>;
let dataDir: string;

beforeAll(async () => {
  discord = await startDiscord();
  dataDir = await cloneTemplate();
  const read = parseConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DISCORD_TOKEN: discord.token,
    DISCORD_GUILD_ID: discord.guild.id,
    DISCORD_API_URL: discord.api,
    DEFAULT_LOCALE: 'en',
  });
  if (!read.ok) throw new Error(JSON.stringify(read));
  app = await createApp(read.config, { log: pino({ level: 'silent' }) });
  await app.start();
});
afterAll(async () => {
  await app.stop();
  await discord.close();
  await rm(dataDir, { recursive: true });
});

describe('the whole bot on Discord', () => {
  it('carries a deal from a command to its card, a move by button the pipeline with its picture and the list as a file', async () => {
    const boss = discord.addPerson('Sếp', { admin: true });
    const card = await boss.slash('deal add', { title: 'Gia hạn @everyone', amount: '1,2 tỷ' }).message();
    expect(wordsIn(card)).toContain('Gia hạn \\@everyone');
    expect(card.pings.everyone).toBe(false);
    const asked = boss.press(card, 'Move');
    await asked.modal();
    const choices = await boss.type('deal show', 'deal', { deal: 'gia han' }).choices();
    expect(choices[0]?.name).toContain('Gia hạn @everyone');
    const pipeline = await boss.slash('pipeline').message();
    expect([...pipeline.files.keys()]).toEqual([expect.stringMatching(/\.png$/)]);
    const listed = await boss.slash('deal list').message();
    const { files } = await boss.press(listed, 'Export CSV').message();
    expect([...files.values()].join()).toContain('Gia hạn @everyone');
    expect(discord.violations).toEqual([]);
  });

  it('lets a new member ask to join and an admin let them in, by buttons', async () => {
    const boss = discord.addPerson('Giám đốc', { admin: true });
    await boss.slash('me').message();
    const an = discord.addPerson('An');
    const refused = await an.slash('me').message();
    expect(refused.ephemeralFor).toBe(an.user.id);
    await an.press(refused, 'Ask to join').updated();
    const users = await boss.slash('crm users').message();
    await boss.press(users, 'Let An in').updated();
    const made = await an.slash('deal add', { title: 'Sao Mai', amount: '500tr' }).message();
    expect(wordsIn(made)).toContain('Sao Mai');
    expect(discord.violations).toEqual([]);
  });
});
