import type { RequestListener } from 'node:http';
import { App, webApi } from '@slack/bolt';
import type { Platform } from '../../chat/platform.ts';
import { createGate } from '../../lib/gate.ts';
import { download } from './download.ts';
import { boltLogger } from './log.ts';
import { onButton } from './on/button.ts';
import { onCommand } from './on/command.ts';
import { onForm } from './on/form.ts';
import { onHome } from './on/home.ts';
import { onMessage } from './on/message.ts';
import { onShortcut } from './on/shortcut.ts';
import { onSuggest } from './on/suggest.ts';
import { createPeople } from './people.ts';
import { reconcile } from './reconcile.ts';
import { send } from './send.ts';
import type { Slack, SlackOptions } from './slack.ts';
import { showAnswer } from './take.ts';
import { createThreads } from './thread.ts';
import { overHttp, overSocket, type Transport } from './transport.ts';

export type { SlackOptions } from './slack.ts';

export interface SlackPlatform extends Platform {
  /** Answers `POST /slack/events`; there is none over Socket Mode. 503 before the start and after the stop. */
  readonly listener: RequestListener | undefined;
}

/** Slack, over signed requests or Socket Mode. */
export function createSlack(options: SlackOptions): SlackPlatform {
  const { botToken, via, apiUrl, clock, log } = options;
  const logger = boltLogger(log);
  const transport: Transport =
    'appToken' in via ? overSocket(via.appToken, apiUrl, log) : overHttp(via.signingSecret, clock, log);
  const clientOptions: webApi.WebClientOptions = {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    logger,
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
  const underway = new Set<Promise<unknown>>();
  let slack: Slack | undefined;
  let isOpen = false;

  const started = (): Slack => {
    if (!slack) throw new Error('Slack has not been started');
    return slack;
  };

  async function connect(): Promise<Slack> {
    const client = new webApi.WebClient(botToken, clientOptions);
    const me = await said('SLACK_BOT_TOKEN', client.auth.test());
    const people = createPeople(client, clock, me.team_id ?? '');
    const turn = createGate(1);
    const botUserId = me.user_id ?? '';
    const threads = createThreads(client, clock, botUserId, log);
    const shared: Slack = { ...options, client, people, threads, botUserId, turn };
    const app = new App({
      token: botToken,
      botId: me.bot_id ?? '',
      botUserId,
      tokenVerificationEnabled: false,
      receiver: transport.receiver,
      convoStore: false,
      clientOptions,
      logger,
    });
    app.error(async (error) => log.error({ err: error }, 'a request of Slack could not be dealt with'));
    listen(app, shared);
    return shared;
  }

  function listen(app: App, shared: Slack) {
    for (const on of [onCommand, onButton, onForm, onSuggest, onShortcut, onHome]) on(app, shared);
    const { intake } = onMessage(app, shared);
    const processEvent = app.processEvent.bind(app);
    app.processEvent = async (event) => {
      // Not acknowledged, so it comes again, or the person does.
      if (!isOpen) throw new Error('the bot is stopping');
      const work = (async () => {
        await intake(event.body);
        await processEvent(event);
      })();
      underway.add(work);
      await work.finally(() => underway.delete(work));
    };
  }

  return {
    name: 'slack',
    listener:
      transport.listener &&
      ((request, response) => {
        if (isOpen) transport.listener?.(request, response);
        else response.writeHead(503).end();
      }),
    async start() {
      slack = await connect();
      isOpen = true;
      await said('SLACK_APP_TOKEN', transport.start());
    },
    async stop() {
      isOpen = false;
      await Promise.allSettled(underway);
      if (slack) await transport.stop();
    },
    answer: (invocation, answer) => showAnswer(invocation, answer, started()),
    send: (message) => send(message, started()),
    reconcile: (message) => reconcile(message, started()),
    download: (reference, max) => download(reference, max, started()),
  };
}

/** The error of a start, as one sentence that names what to look at. */
async function said<T>(variable: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const refused = error instanceof webApi.WebAPIPlatformError;
    const reason = error instanceof Error ? error.message : String(error);
    const remedy = refused ? `check ${variable}` : 'check the network and SLACK_API_URL';
    throw new Error(`Slack cannot be reached: ${reason}; ${remedy}`, { cause: error });
  }
}
