import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { makeRequest } from '../../src/platforms/discord/request.ts';
import type { Discord } from '../emulators/discord/index.ts';

/** The real discord.js, logged in to the emulator. */
export async function login(discord: Discord): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    // As the bot asks: what else this process has loaded makes no difference.
    rest: { api: discord.api, makeRequest },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}
