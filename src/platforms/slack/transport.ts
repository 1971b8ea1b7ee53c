import type { IncomingMessage, RequestListener } from 'node:http';
import { HTTPReceiver, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Clock } from '../../lib/clock.ts';
import { boltLogger, type Log } from './log.ts';

/** A way by which Slack reaches us. */
export interface Transport {
  readonly receiver: Receiver;
  /** Answers requests, where they are how Slack reaches us. */
  readonly listener?: RequestListener;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const path = '/slack/events';
const tolerance = 300;

/** Signed requests, by an HTTP server that is not ours. */
export function overHttp(signingSecret: string, clock: Clock, log: Log): Transport {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: path, logger: boltLogger(log) });
  return {
    receiver,
    listener(request, response) {
      if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
      // Bolt refuses what is old; a time stamp from the future would stay good for as long as it likes.
      if (aheadOf(clock.now(), request)) response.writeHead(401).end();
      else receiver.requestListener(request, response);
    },
    start: async () => {},
    stop: async () => {},
  };
}

function aheadOf(now: Date, { headers }: IncomingMessage): boolean {
  return Number(headers['x-slack-request-timestamp']) > now.getTime() / 1000 + tolerance;
}

/** Socket Mode. It comes back after any outage, and never ends the process. */
export function overSocket(appToken: string, apiUrl: string | undefined, log: Log): Transport {
  const logger = boltLogger(log);
  const slackApiUrl = apiUrl ? { slackApiUrl: apiUrl } : {};
  const retryConfig = { forever: true, minTimeout: 500, maxTimeout: 30_000, factor: 1.5 };
  const clientOptions = { ...slackApiUrl, retryConfig, timeout: 10_000 };
  const receiver = new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions } });
  const { client } = receiver;
  const connect = client.start.bind(client);
  let stopping = false;

  /** A reconnection that fails would be an unhandled rejection, and the end of the process. */
  async function reconnect(): Promise<webApi.AppsConnectionsOpenResponse> {
    for (;;) {
      try {
        return stopping ? { ok: false } : await connect();
      } catch (error) {
        if (stopping) return { ok: false };
        log.error({ err: error }, 'Slack refuses a new socket; trying again in half a minute');
        await new Promise((resolve) => setTimeout(resolve, 30_000).unref());
      }
    }
  }

  return {
    receiver,
    async start() {
      // The receiver would try a bad token for ever without a word: ask once, and say what is wrong.
      const asking = {
        ...slackApiUrl,
        headers: { Authorization: `Bearer ${appToken}` },
        logger,
        timeout: 10_000,
      };
      await new webApi.WebClient(undefined, { ...asking, retryConfig: { retries: 2 } }).apps.connections.open(
        {},
      );
      await connect();
      client.start = reconnect;
    },
    async stop() {
      stopping = true;
      const gone = new Promise((resolve) => client.once('disconnected', resolve));
      await receiver.stop();
      await gone;
    },
  };
}
