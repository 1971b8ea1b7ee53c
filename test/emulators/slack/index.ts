import type { Server } from 'node:http';
import { Faults } from './faults.ts';
import type { Json } from './json.ts';
import { type Ack, type Envelope, type Forgery, httpLine, type Line, SocketLine } from './lines.ts';
import { Person } from './person.ts';
import { ResponseUrls } from './response-url.ts';
import { createApiServer, listen } from './server.ts';
import { type Channel, type Message, Store, type User } from './store.ts';
import { type Settings, Triggers, type Violation, type World } from './world.ts';

export type { Ack, Forgery } from './lines.ts';
export { pings, shown } from './pings.ts';
export type { Message, View } from './store.ts';

/** Which events reach the app more than once: with the same id, or the same message with another id. */
export type Duplicates = 'none' | 'same_id' | 'other_id';

/** A pretended Slack workspace on loopback. Start it, point an app at it, then act as its people. */
export class SlackEmulator {
  readonly world: World;
  readonly faults = new Faults();
  /** Everything the app did that Slack refuses: tests end with this being empty. */
  readonly violations: Violation[] = [];
  duplicates: Duplicates = 'none';
  /** Milliseconds before each retry of an event that was not acknowledged. Slack waits 0, 60 and 300 s. */
  retryAfter: readonly number[] = [0, 20, 20];
  readonly #urls: ResponseUrls;
  readonly #server: Server;
  readonly #socket: SocketLine;
  readonly #running = new Set<Promise<unknown>>();
  #line: Line | undefined;

  constructor(settings: Partial<Settings> = {}) {
    this.world = {
      settings: {
        botToken: 'xoxb-test',
        appToken: 'xapp-test',
        signingSecret: 'shhh',
        teamId: 'T0000TEAM',
        appId: 'A0000CHOT',
        botId: 'B0000CHOT',
        botUserId: 'U0000CHOT',
        ...settings,
      },
      store: new Store(),
      faults: this.faults,
      calls: [],
      violations: this.violations,
      triggers: new Triggers(),
      origin: '',
      emit: (event) => this.#emit(event),
    };
    this.#urls = new ResponseUrls(this.world);
    this.#server = createApiServer(this.world, this.#urls);
    this.#socket = new SocketLine(this.world, this.#server);
    const { botUserId, teamId } = this.world.settings;
    this.store.users.set(botUserId, {
      id: botUserId,
      teamId,
      name: 'chot',
      tz: 'UTC',
      locale: 'en-US',
      isBot: true,
    });
  }

  async start(): Promise<this> {
    this.world.origin = await listen(this.#server);
    return this;
  }

  async stop(): Promise<void> {
    await this.idle();
    this.#socket.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What goes into `SLACK_API_URL`. */
  get apiUrl(): string {
    return `${this.world.origin}/api/`;
  }

  get store(): Store {
    return this.world.store;
  }

  get calls() {
    return this.world.calls;
  }

  /** Socket Mode connections that are open. */
  get connections(): number {
    return this.#socket.connections;
  }

  /** Speaks with the app at this URL. */
  useHttp(url: string) {
    this.#line = httpLine(this.world, url);
  }

  /** Speaks with the app over the socket it opens. */
  useSocket() {
    this.#line = this.#socket;
  }

  /** Somebody new: a full member unless told otherwise. */
  person(name: string, more: Partial<User> = {}): Person {
    const { store, settings } = this.world;
    const defaults = { teamId: settings.teamId, tz: 'Asia/Ho_Chi_Minh', locale: 'en-US' };
    const user: User = {
      id: store.id('U'),
      name,
      email: `${store.users.size}@example.com`,
      ...defaults,
      ...more,
    };
    store.users.set(user.id, user);
    return new Person({ world: this.world, urls: this.#urls, send: (...args) => this.#send(...args) }, user);
  }

  /** A channel the app is in, unless told otherwise. Returns its id. */
  channel(name: string, more: Partial<Channel> = {}): string {
    const channel: Channel = { id: this.store.id('C'), kind: 'channel', name, member: true, ...more };
    this.store.channels.set(channel.id, channel);
    return channel.id;
  }

  /** What everybody in a channel sees, oldest first. */
  messages(channel: string): Message[] {
    return this.store.messages.filter((each) => each.channel === channel && !each.onlyFor);
  }

  /** Waits for `look` to find something in what the app has done. */
  until<T>(look: () => T | undefined | false, what?: string): Promise<T> {
    return this.store.until(look, what);
  }

  /** Waits until everything Slack had to tell has been told. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled([...this.#running]);
  }

  dropSockets(how?: 'cut' | 'refresh') {
    this.#socket.drop(how);
  }

  expireTriggers() {
    this.world.triggers.expire();
  }

  /** A response_url as an interaction in this channel would carry. */
  responseUrl(channel: string, user: string): string {
    return this.#urls.issue(channel, user);
  }

  expireResponseUrls() {
    this.#urls.expire();
  }

  async #send(envelope: Envelope, forgery?: Forgery): Promise<Ack> {
    if (!this.#line) throw new Error('say useHttp() or useSocket() first');
    const ack = await this.#line.deliver(envelope, forgery);
    // An app that is down or refuses a forged request has done nothing wrong; one that dawdles has.
    if (ack.late) {
      this.violations.push({
        where: envelope.kind,
        what: 'not acknowledged within three seconds',
        detail: envelope,
      });
    }
    return ack;
  }

  #emit(event: Json) {
    const payload = this.#wrap(event);
    const copies = this.duplicates === 'none' ? [payload] : [payload, this.#again(payload)];
    for (const copy of copies) {
      const task = this.#deliverEvent(copy).finally(() => this.#running.delete(task));
      this.#running.add(task);
    }
  }

  async #deliverEvent(payload: Json) {
    if (!this.#line) return;
    if ((await this.#send({ kind: 'events_api', payload })).ok) return;
    for (const [index, wait] of this.retryAfter.entries()) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      const retry = { attempt: index + 1, reason: 'http_error' };
      if ((await this.#send({ kind: 'events_api', payload, retry })).ok) return;
    }
  }

  #again(payload: Json): Json {
    return this.duplicates === 'same_id' ? payload : { ...payload, event_id: this.store.id('Ev') };
  }

  #wrap(event: Json): Json {
    const { teamId, appId, botUserId } = this.world.settings;
    return {
      type: 'event_callback',
      token: 'legacy',
      team_id: teamId,
      context_team_id: teamId,
      api_app_id: appId,
      event,
      event_id: this.store.id('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: teamId,
          user_id: botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
    };
  }
}

/** Starts an emulator with these settings. */
export function startSlack(settings?: Partial<Settings>): Promise<SlackEmulator> {
  return new SlackEmulator(settings).start();
}
