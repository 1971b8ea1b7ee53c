import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type Client,
  ComponentType,
  DiscordAPIError,
  Events,
  type Interaction,
} from 'discord.js';
import { afterAll, afterEach, expect } from 'vitest';
import { type Discord, type Person, startDiscord } from '../../emulators/discord/index.ts';
import { login } from '../client.ts';

const commands = [
  {
    name: 'deal',
    description: 'Deals',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'add',
        description: 'Opens a deal',
        options: [
          { type: ApplicationCommandOptionType.String, name: 'title', description: 'Title', required: true },
          {
            type: ApplicationCommandOptionType.String,
            name: 'company',
            description: 'Who',
            autocomplete: true,
          },
        ],
      },
    ],
  },
  { type: ApplicationCommandType.Message, name: 'Log on a deal' },
];

export interface Session {
  readonly discord: Discord;
  readonly client: Client<true>;
  readonly an: Person;
  /** Answers the next interactions of this test; what goes wrong inside fails it. */
  onInteraction(answer: (i: never) => Promise<unknown>): void;
  /** What the emulator held against us since the last look. */
  violations(): string[];
}

/** The real client logged in to an emulator with two commands, for one test file; await it where tests are declared. */
export async function openSession(): Promise<Session> {
  const discord = await startDiscord();
  const client = await login(discord);
  const an = discord.addPerson('An', { locale: 'vi' });
  await client.application.commands.set(commands as never, discord.guild.id);
  const errors: unknown[] = [];
  afterEach(() => {
    client.removeAllListeners(Events.InteractionCreate);
    client.removeAllListeners(Events.MessageCreate);
    discord.faults.clear();
    expect(errors.splice(0)).toEqual([]);
    discord.violations.splice(0);
  });
  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });
  return {
    discord,
    client,
    an,
    onInteraction(answer) {
      client.on(Events.InteractionCreate, (i: Interaction) => {
        answer(i as never).catch((error) => errors.push(error));
      });
    },
    violations: () => discord.violations.splice(0),
  };
}

/** The code that Discord refuses an attempt with. */
export async function refused(attempt: Promise<unknown>): Promise<number> {
  const error = await attempt.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(DiscordAPIError);
  return Number((error as DiscordAPIError).code);
}

/** A row of buttons. */
export const row = (...buttons: [label: string, id: string][]) => ({
  type: ComponentType.ActionRow,
  components: buttons.map(([label, customId]) => ({ type: ComponentType.Button, style: 1, label, customId })),
});
