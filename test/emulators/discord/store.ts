import { setTimeout as delay } from 'node:timers/promises';
import type { APIApplicationCommand, APIGuildMember, APIMessage, APIRole, APIUser } from 'discord.js';

/** A JSON object as it came over the wire. */
export type Json = Record<string, unknown>;

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** Where it belongs; none for a direct message. */
  readonly guildId?: string;
  /** The channel in which a thread was started. */
  readonly parentId?: string;
  /** The other side of a direct message. */
  readonly recipient?: APIUser;
  /** The bot may not write here (403). */
  closed: boolean;
  /** The bot may not attach files here (403). */
  noFiles?: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly roles: APIRole[];
  readonly members: Map<string, APIGuildMember>;
}

export interface Message {
  body: APIMessage;
  /** Who was notified by it, by content and `allowed_mentions` as Discord computes it. */
  pings: { users: string[]; roles: string[]; everyone: boolean };
  readonly files: Map<string, Buffer>;
  /** Seen by this person only; absent from the channel's history. */
  readonly ephemeralFor?: string;
  readonly nonce?: string;
  /** How often it was edited. */
  edits: number;
  deleted: boolean;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  readonly type: 2 | 3 | 4 | 5;
  readonly user: APIUser;
  readonly channelId: string;
  readonly guildId?: string;
  readonly createdAt: number;
  /** The message whose button was pressed, here or before the modal. */
  readonly sourceMessage?: string;
  /** The first response, once there is one. */
  response?: { type: number; data: Json; after: number };
  /** The message that `@original` stands for. */
  original?: string;
  /** A deferred reply that nothing has filled yet. */
  loading: boolean;
  readonly followups: string[];
}

/** Everything the emulator remembers. */
export class Store {
  readonly users = new Map<string, APIUser>();
  /** People who take no direct messages. */
  readonly closedDms = new Set<string>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Message>();
  readonly commands = new Map<string, APIApplicationCommand[]>();
  readonly interactions = new Map<string, Interaction>();
  readonly bot: APIUser;
  readonly token: string;
  constructor(bot: APIUser, token: string) {
    this.bot = bot;
    this.token = token;
    this.users.set(bot.id, bot);
  }

  /** What stands in a channel for everybody, oldest first. */
  messagesIn(channelId: string): Message[] {
    return [...this.messages.values()].filter(
      (m) => m.body.channel_id === channelId && !m.ephemeralFor && !m.deleted,
    );
  }

  directChannel(userId: string): Channel | undefined {
    return [...this.channels.values()].find((channel) => channel.recipient?.id === userId);
  }

  /** Resolves with the first defined, non-false value; looks every few milliseconds. */
  async until<T>(what: string, look: () => T | undefined | false, timeout = 10_000): Promise<T> {
    for (const end = performance.now() + timeout; performance.now() < end; await delay(5)) {
      const found = look();
      if (found !== undefined && found !== false) return found;
    }
    throw new Error(`waited ${timeout} ms for ${what}`);
  }
}
