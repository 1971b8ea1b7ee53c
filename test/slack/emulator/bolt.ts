import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { SlackEmulator } from '../../emulators/slack/index.ts';

/** A bare Bolt app in front of an emulator, and how to stop it. */
export interface BareApp {
  readonly app: App;
  /** Resolves when the app has come back over a socket of its own. */
  reconnected(): Promise<void>;
  stop(): Promise<void>;
}

const quick = { retryConfig: { retries: 0 }, timeout: 2000, rejectRateLimitedCalls: true };

export async function httpApp(slack: SlackEmulator): Promise<BareApp> {
  const { signingSecret, botToken } = slack.world.settings;
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  const app = new App({
    token: botToken,
    receiver,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, ...quick },
  });
  await app.init();
  const server = createServer(receiver.requestListener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  slack.useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return {
    app,
    reconnected: async () => undefined,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function socketApp(slack: SlackEmulator): Promise<BareApp> {
  const { appToken, botToken } = slack.world.settings;
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken,
    clientPingTimeout: 1000,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions },
  });
  const app = new App({
    token: botToken,
    receiver,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { ...clientOptions, ...quick },
  });
  await app.init();
  await app.start();
  slack.useSocket();
  return {
    app,
    reconnected: () => new Promise((resolve) => receiver.client.once('connected', () => resolve())),
    stop: async () => {
      const gone = new Promise((resolve) => receiver.client.once('disconnected', resolve));
      await app.stop();
      await gone;
    },
  };
}
