import type { Route } from '../world.ts';
import { applicationRoutes } from './applications.ts';
import { channelRoutes } from './channels.ts';
import { gatewayRoutes } from './gateway.ts';
import { interactionRoutes } from './interactions.ts';
import { peopleRoutes } from './people.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every request the emulator understands; anything else is a 404 that tests can see. */
export const routes: readonly Route[] = [
  ...gatewayRoutes,
  ...applicationRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
  ...channelRoutes,
  ...peopleRoutes,
];
