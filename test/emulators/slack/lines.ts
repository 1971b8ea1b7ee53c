import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { isJson, type Json, str } from './json.ts';
import { patience, type World } from './world.ts';

/** What Slack tells an app: a slash command, an interaction or an event. */
export interface Envelope {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Json;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** What the app said: acknowledged in time or not, with which body. */
export interface Ack {
  readonly ok: boolean;
  readonly status: number;
  readonly body: Json;
  /** The three seconds were over. */
  readonly late: boolean;
}

/** How to send a request that Slack would not: the tests of the app's own checks. */
export interface Forgery {
  /** Seconds by which the time stamp is off. */
  readonly skew?: number;
  readonly secret?: string;
}

export interface Line {
  deliver(envelope: Envelope, forgery?: Forgery): Promise<Ack>;
}

const none: Ack = { ok: false, status: 0, body: {}, late: false };

/** Signed requests to the app's URL. */
export function httpLine(world: World, url: string): Line {
  return {
    async deliver({ kind, payload, retry }, { skew = 0, secret = world.settings.signingSecret } = {}) {
      const fields = (): string =>
        new URLSearchParams(
          kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>),
        ).toString();
      const body = kind === 'events_api' ? JSON.stringify(payload) : fields();
      const timestamp = Math.floor(Date.now() / 1000) + skew;
      const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
      const signal = AbortSignal.timeout(patience);
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': `v0=${digest}`,
          ...(retry && { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }),
        },
        signal,
      }).catch(() => undefined);
      if (!response) return { ...none, late: signal.aborted };
      const text = await response.text().catch(() => '');
      return { ok: response.ok, status: response.status, body: reading(text), late: signal.aborted };
    },
  };
}

/** Socket Mode: envelopes over the WebSocket that the app opened. */
export class SocketLine implements Line {
  readonly #server: WebSocketServer;
  readonly #waiting = new Map<string, (ack: Ack) => void>();
  readonly #world: World;

  constructor(world: World, http: Server) {
    this.#world = world;
    this.#server = new WebSocketServer({ server: http, path: '/link' });
    this.#server.on('connection', (socket) => this.#welcome(socket));
  }

  get connections(): number {
    return [...this.#server.clients].filter((socket) => socket.readyState === socket.OPEN).length;
  }

  async deliver(envelope: Envelope): Promise<Ack> {
    const socket = [...this.#server.clients].find((each) => each.readyState === each.OPEN);
    if (!socket) return none;
    const id = crypto.randomUUID();
    socket.send(
      JSON.stringify({
        envelope_id: id,
        type: envelope.kind,
        payload: envelope.payload,
        accepts_response_payload: envelope.kind !== 'events_api',
        ...(envelope.retry && { retry_attempt: envelope.retry.attempt, retry_reason: envelope.retry.reason }),
      }),
    );
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ ...none, late: true }), patience);
      // A connection that is gone has not dawdled; Slack tells it again over another.
      const gone = () => settle(none);
      const settle = (ack: Ack) => {
        clearTimeout(timer);
        socket.off('close', gone);
        this.#waiting.delete(id);
        resolve(ack);
      };
      this.#waiting.set(id, settle);
      socket.once('close', gone);
    });
  }

  /** Cuts every connection without a word, or asks the app to come back as Slack does from time to time. */
  drop(how: 'cut' | 'refresh' = 'cut') {
    for (const socket of this.#server.clients) {
      if (how === 'cut') socket.terminate();
      else socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }));
    }
  }

  close() {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket) {
    const { appId } = this.#world.settings;
    socket.on('message', (data) => this.#heard(String(data)));
    socket.on('close', () => this.#world.store.changed());
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: appId } }));
    this.#world.store.changed();
  }

  #heard(text: string) {
    const message: unknown = JSON.parse(text);
    const id = isJson(message) ? str(message.envelope_id) : '';
    const settle = this.#waiting.get(id);
    if (!settle) {
      this.#world.violations.push({
        where: 'socket',
        what: 'acknowledged twice, too late, or unasked',
        detail: text,
      });
      return;
    }
    settle({
      ok: true,
      status: 200,
      body: isJson(message) && isJson(message.payload) ? message.payload : {},
      late: false,
    });
  }
}

function reading(text: string): Json {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : { text };
  } catch {
    return { text };
  }
}
