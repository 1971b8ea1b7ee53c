import { EventEmitter, once } from 'node:events';
import type { Json } from './json.ts';

export interface User {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly email?: string;
  readonly tz: string;
  readonly locale: string;
  /** Single- and multi-channel guests, people of another workspace, bots. */
  readonly isRestricted?: boolean;
  readonly isUltraRestricted?: boolean;
  readonly isStranger?: boolean;
  readonly isBot?: boolean;
  readonly isAdmin?: boolean;
  readonly deleted?: boolean;
}

export interface Channel {
  readonly id: string;
  readonly kind: 'channel' | 'group' | 'im';
  readonly name: string;
  /** The person on the other side of a direct message. */
  readonly user?: string;
  /** Shared with another workspace. */
  readonly shared?: boolean;
  member: boolean;
  archived?: boolean;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly bot: boolean;
  readonly threadTs?: string;
  /** Shown to this person only; such a message is in no history. */
  readonly onlyFor?: string;
  body: Json;
  edited: number;
  readonly reactions: { name: string; user: string }[];
}

export interface View {
  readonly id: string;
  readonly user: string;
  readonly kind: 'modal' | 'home';
  readonly rootId: string;
  hash: string;
  body: Json;
  /** What the person has entered, by block id and action id, as Slack reports it. */
  state: Record<string, Record<string, Json>>;
  /** What the app said about an answer, by block id. */
  errors: Record<string, string>;
}

export interface File {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly length: number;
  readonly altText?: string;
  /** The address of one that lies with somebody else. */
  elsewhere?: string;
  bytes?: Buffer;
  complete: boolean;
  /** How often it must be asked for before Slack has looked at it. */
  pending: number;
}

/** All that the pretended workspace holds. Every change can be waited for with `until`. */
export class Store {
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly messages: Message[] = [];
  readonly views = new Map<string, View>();
  /** Open modals of a person, the visible one last. */
  readonly stacks = new Map<string, View[]>();
  readonly homes = new Map<string, View>();
  readonly files = new Map<string, File>();
  readonly #changes = new EventEmitter();
  #ids = 0;
  #ts = 0;

  constructor() {
    this.#changes.setMaxListeners(0);
  }

  id(prefix: string): string {
    this.#ids += 1;
    return `${prefix}${this.#ids.toString(36).toUpperCase().padStart(9, '0')}`;
  }

  /** A message's time stamp, which is its name within a channel: never twice the same. */
  ts(): string {
    this.#ts = Math.max(this.#ts + 1, Date.now() * 1000);
    return `${Math.floor(this.#ts / 1e6)}.${String(this.#ts % 1e6).padStart(6, '0')}`;
  }

  changed() {
    this.#changes.emit('change');
  }

  /** The first thing `look` finds, now or after a change. Fails after `ms`, naming what was awaited. */
  async until<T>(look: () => T | undefined | false, what = look.toString(), ms = 8000): Promise<T> {
    const signal = AbortSignal.timeout(ms);
    for (;;) {
      const found = look();
      if (found) return found;
      await once(this.#changes, 'change', { signal }).catch(() => {
        throw new Error(`Slack emulator: waited ${ms} ms for ${what}`);
      });
    }
  }

  message(channel: string, ts: string): Message | undefined {
    return this.messages.find((each) => each.channel === channel && each.ts === ts);
  }

  /** The direct message channel with a person, made when there is none. */
  im(user: string): Channel {
    const found = [...this.channels.values()].find((each) => each.user === user);
    if (found) return found;
    const made: Channel = { id: this.id('D'), kind: 'im', name: 'directmessage', user, member: true };
    this.channels.set(made.id, made);
    return made;
  }
}
