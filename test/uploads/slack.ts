import { rm } from 'node:fs/promises';
import pino from 'pino';
import { afterAll, expect } from 'vitest';
import { createApp } from '../../src/app.ts';
import { botScopes } from '../../src/platforms/slack/manifest.ts';
import { type Message, shown, startSlack } from '../emulators/slack/index.ts';
import type { Person } from '../emulators/slack/person.ts';
import { testConfig } from '../support/company.ts';
import { cloneTemplate } from '../support/database.ts';

/** The whole bot on a pretended Slack, with an admin who has spoken to it. Await it where tests are declared. */
export async function slackApp() {
  const slack = await startSlack({ scopes: botScopes });
  const dataDir = await cloneTemplate();
  const { botToken, signingSecret } = slack.world.settings;
  const config = testConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    ADMIN_EMAILS: 'boss@example.com',
  });
  const app = await createApp(config, { log: pino({ level: 'silent' }) });
  await app.start();
  slack.useHttp(`${app.url}/slack/events`);
  afterAll(async () => {
    await app.stop();
    await slack.stop();
    await rm(dataDir, { recursive: true });
    expect(slack.violations).toEqual([]);
  });
  const boss = slack.person('Boss', { email: 'boss@example.com' });

  const said = (who: Person) => slack.messages(who.im).filter(({ bot }) => bot);
  /** The next thing that the bot says, or says instead of something, after `act`. */
  async function answerTo(who: Person, act: () => unknown): Promise<Message> {
    const before = said(who).map(({ ts, edited }) => `${ts}:${edited}`);
    await act();
    return slack.until(() => said(who).find(({ ts, edited }) => !before.includes(`${ts}:${edited}`)));
  }
  return {
    slack,
    app,
    boss,
    db: app.database.prisma,
    said,
    answerTo,
    words: (message: Message) => shown(message.body),
    drop: (who: Person, name: string, content: string | Buffer, text?: string) =>
      answerTo(who, () => who.drop(name, Buffer.from(content), text === undefined ? {} : { text })),
    press: (who: Person, message: Message, label: string) => answerTo(who, () => who.click(message, label)),
  };
}
