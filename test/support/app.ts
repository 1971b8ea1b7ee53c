import { rm } from 'node:fs/promises';
import pino from 'pino';
import { afterAll, expect } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openDatabase } from '../../src/db/client.ts';
import { slackEnv } from '../app/bot.ts';
import type { Discord } from '../emulators/discord/index.ts';
import type { SlackEmulator } from '../emulators/slack/index.ts';
import { testConfig } from './company.ts';
import { cloneTemplate } from './database.ts';

/**
 * The whole bot in this process, on a database of its own, in front of a pretended Slack, Discord or both, where
 * boss@example.com is an admin. All of it ends with the test file, and nothing may have been held against the bot by
 * then. Await it where tests are declared.
 */
export async function wholeBot({ slack, discord }: { slack?: SlackEmulator; discord?: Discord }) {
  const dataDir = await cloneTemplate();
  const config = testConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    ADMIN_EMAILS: 'boss@example.com',
    ...(slack && slackEnv(slack)),
    ...(discord && {
      DISCORD_TOKEN: discord.token,
      DISCORD_GUILD_ID: discord.guild.id,
      DISCORD_API_URL: discord.api,
    }),
  });
  const app = await createApp(config, await openDatabase(config), { log: pino({ level: 'silent' }) });
  await app.start();
  slack?.useHttp(`${app.url}/slack/events`);
  afterAll(async () => {
    await app.stop();
    await Promise.all([slack?.stop(), discord?.close()]);
    await rm(dataDir, { recursive: true });
    expect([...(slack?.violations ?? []), ...(discord?.violations ?? [])]).toEqual([]);
  });
  return app;
}
