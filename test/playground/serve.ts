import { type ServerType, serve } from '@hono/node-server';
import { createDrawer } from '../../src/charts/drawer.ts';
import { systemClock } from '../../src/lib/clock.ts';
import {
  createPlayground,
  type Playground,
  type PlaygroundOptions,
} from '../../src/platforms/playground/index.ts';
import { type Company, createCompany, zone } from './company.ts';

export interface Served {
  readonly url: string;
  readonly playground: Playground;
  readonly company: Company;
  close(): Promise<void>;
}

/** A playground over real HTTP on a free port of loopback. */
export async function servePlayground(change: Partial<PlaygroundOptions> = {}, port = 0): Promise<Served> {
  const company = createCompany(systemClock);
  const drawer = createDrawer({ timeoutMs: 1000 });
  const playground = createPlayground({
    chat: company.chat,
    registry: company.registry,
    people: company.people,
    clock: systemClock,
    zone,
    draw: (chart) => drawer.draw(chart),
    make: async () => (async function* () {})(),
    previews: { slack: (card) => ({ blocks: card.blocks.length }), discord: (_, locale) => ({ locale }) },
    log: { warn: () => {}, error: () => {} },
    ...change,
  });
  await playground.start();
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: playground.fetch, hostname: '127.0.0.1', port }, () => resolve(started));
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('not listening');
  return {
    url: `http://127.0.0.1:${address.port}`,
    playground,
    company,
    async close() {
      await playground.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
