import { setTimeout } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import type { Registry } from '../../chat/command.ts';
import type { MakeFile } from '../../chat/file.ts';
import type { Chat, Platform } from '../../chat/platform.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Clock } from '../../lib/clock.ts';
import { answer } from './answer.ts';
import type { Desk } from './desk.ts';
import { download } from './download.ts';
import { limits } from './limits.ts';
import { listen } from './listen.ts';
import type { Draw } from './pictures.ts';
import { commandsOf, register } from './register.ts';
import { makeRequest } from './request.ts';
import { reconcile, send } from './send.ts';
import { createThreads } from './thread.ts';

export interface DiscordOptions<C> {
  readonly token: string;
  /** The only guild that is answered. */
  readonly guildId: string;
  /** Ends in `/api`; Discord's own when left out. */
  readonly apiUrl?: string | undefined;
  readonly chat: Chat;
  readonly registry: Registry<C>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly draw: Draw;
  readonly make: MakeFile;
  /** Stores a wire that is too long for a button; the number that stands for it (`_draft`). */
  keep(command: string, wire: Wire, person: string | null): Promise<number>;
}

const READY_MS = 30_000;

/** The bot in one Discord guild and in direct messages with its members. */
export function createDiscord<C>(options: DiscordOptions<C>): Platform {
  const { token, guildId, apiUrl, chat, clock, log, draw, make, keep } = options;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    rest: {
      ...(apiUrl && { api: apiUrl }),
      timeout: 10_000,
      makeRequest,
      // The ledger tries again later; an answer to a person waits.
      rejectOnRateLimit: ({ route, timeToReset, retryAfter }) =>
        route.startsWith('/channels') && Math.max(timeToReset, retryAfter) > limits.patienceMs,
    },
  });
  const { rest } = client;
  // Only names and fields are read here, which do not depend on the context that commands run with.
  const registry = options.registry as unknown as Desk['registry'];
  const threads = createThreads(client, clock, log);
  const desk: Desk = { client, rest, guildId, chat, registry, clock, log, draw, make, keep, threads };
  let stopListening: () => Promise<void> = async () => undefined;
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord: an error of the client'));
  client.on(Events.ShardError, (error) =>
    log.warn({ err: error }, 'Discord: the connection failed; trying again'),
  );
  client.on(Events.Invalidated, () => log.error('Discord ended the session for good: check DISCORD_TOKEN'));

  async function connect(): Promise<void> {
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    try {
      await client.login(token);
      await Promise.race([ready, setTimeout(READY_MS, undefined, { ref: false }).then(notReady)]);
    } catch (error) {
      throw new Error(explained(error, apiUrl), { cause: error });
    }
    if (!client.guilds.cache.has(guildId))
      throw new Error(
        `The bot is not in the Discord server ${guildId}: invite it there or mend DISCORD_GUILD_ID.`,
      );
  }

  return {
    name: 'discord',
    async start() {
      stopListening = listen(desk);
      try {
        await connect();
        const application = client.application?.id ?? '';
        const told = await register(rest, application, guildId, commandsOf(options.registry));
        log.info({ guild: guildId, registered: told }, 'Discord is connected');
      } catch (error) {
        await client.destroy();
        throw error;
      }
    },
    async stop() {
      await stopListening();
      await client.destroy();
    },
    answer: (invocation, given) => answer(desk, invocation, given),
    send: (message) => send(desk, message),
    reconcile: (message) => reconcile(desk, message),
    download: (reference, max) => download(reference, max, desk),
  };
}

function notReady(): never {
  throw new Error(`the gateway was not ready after ${READY_MS / 1000} seconds`);
}

function explained(error: unknown, apiUrl = 'https://discord.com/api'): string {
  const { code, message = String(error) } = error as { code?: string; message?: string };
  if (code === 'TokenInvalid') return 'Discord refused DISCORD_TOKEN: copy the token of the bot again.';
  return `Discord at ${apiUrl} could not be reached: ${message}`;
}
