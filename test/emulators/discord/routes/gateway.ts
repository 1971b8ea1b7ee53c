import { spec } from '../spec.ts';
import type { Route } from '../world.ts';

export const gatewayRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway/bot',
    auth: true,
    answer: spec('GatewayBotResponse'),
    run: (_call, world) => ({
      url: `${world.origin().replace('http', 'ws')}/gateway`,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    }),
  },
];
