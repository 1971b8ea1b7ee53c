import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { Discord } from '../emulators/discord/index.ts';

/** The real discord.js, logged in to the emulator. */
export async function login(discord: Discord): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: discord.api },
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}
