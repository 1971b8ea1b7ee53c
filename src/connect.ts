import type { Logger } from 'pino';
import type { Drawer } from './charts/drawer.ts';
import type { MakeFile } from './chat/file.ts';
import type { Chat, Platform } from './chat/platform.ts';
import type { Wire } from './chat/wire.ts';
import { registry } from './commands/index.ts';
import type { LiveRegistry } from './commands/live.ts';
import type { Config } from './config.ts';
import type { PrismaClient } from './db/client.ts';
import { playgroundPeople } from './demo/people.ts';
import type { Clock } from './lib/clock.ts';
import { render as renderDiscord } from './platforms/discord/render.ts';
import { createPlayground, type Playground } from './platforms/playground/index.ts';
import type { SlackPlatform } from './platforms/slack/index.ts';
import { render as renderSlack } from './platforms/slack/render.ts';

export interface Connecting {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly chat: Chat;
  readonly live: LiveRegistry;
  readonly log: Logger;
  readonly draw: Drawer['draw'];
  readonly make: MakeFile;
  keep(command: string, wire: Wire, person: string | null): Promise<number>;
}

/** The platforms that the configuration names; the libraries of the others are not even loaded. */
export async function connect(config: Config, shared: Connecting) {
  let slack: SlackPlatform | null = null;
  if (config.slack) {
    const { createSlack } = await import('./platforms/slack/index.ts');
    slack = createSlack({ ...config.slack, ...shared, zone: config.zone });
  }
  let discord: Platform | null = null;
  if (config.discord) {
    const { createDiscord } = await import('./platforms/discord/index.ts');
    discord = createDiscord({ ...config.discord, ...shared, registry });
  }
  const playground: Playground | null = config.playground
    ? createPlayground({
        ...shared,
        get registry() {
          return shared.live.registry;
        },
        zone: config.zone,
        people: () => playgroundPeople(shared.db),
        previews: {
          slack: (card, locale) => renderSlack(card, { locale, zone: config.zone, surface: 'message' }),
          discord: (card, locale) => renderDiscord(card, locale),
        },
      })
    : null;
  const platforms = [slack, discord, playground].filter(
    (platform): platform is NonNullable<typeof platform> => platform !== null,
  );
  return { platforms: platforms as readonly Platform[], slack, playground };
}
