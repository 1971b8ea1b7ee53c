import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { systemClock } from '../../src/lib/clock.ts';
import { createSlack, type SlackOptions, type SlackPlatform } from '../../src/platforms/slack/index.ts';
import { botScopes } from '../../src/platforms/slack/manifest.ts';
import { type SlackEmulator, startSlack } from '../emulators/slack/index.ts';
import { Company } from './company.ts';

/** A 1 × 1 PNG. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface Bot {
  readonly slack: SlackEmulator;
  readonly company: Company;
  readonly platform: SlackPlatform;
  /** Where it takes requests. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The Slack platform with a small company behind it, in front of an emulator. */
export async function startBot(
  via: 'http' | 'socket' = 'http',
  options: Partial<SlackOptions> & { company?: Company; slack?: SlackEmulator } = {},
): Promise<Bot> {
  const slack = options.slack ?? (await startSlack({ scopes: botScopes }));
  const company = options.company ?? new Company();
  const { botToken, appToken, signingSecret } = slack.world.settings;
  const platform = createSlack({
    botToken,
    via: via === 'http' ? { signingSecret } : { appToken },
    apiUrl: slack.apiUrl,
    chat: company.chat,
    draw: async () => ({ png: pixel }),
    make: async () => (async function* () {})(),
    clock: systemClock,
    zone: 'Asia/Ho_Chi_Minh',
    log: pino({ level: process.env.SLACK_TEST_LOG ?? 'silent' }),
    ...options,
  });
  const server = createServer((request, response) => platform.listener?.(request, response));
  let url = '';
  if (via === 'http') {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    slack.useHttp(url);
  } else slack.useSocket();
  await platform.start();
  return {
    slack,
    company,
    platform,
    url,
    async stop() {
      await platform.stop();
      server.closeAllConnections();
      if (via === 'http') await new Promise((resolve) => server.close(resolve));
      await slack.stop();
    },
  };
}
