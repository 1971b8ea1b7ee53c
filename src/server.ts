import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Config } from './config.ts';
import type { Meter } from './meter.ts';
import type { Playground } from './platforms/playground/index.ts';
import type { SlackPlatform } from './platforms/slack/index.ts';

interface Served {
  readonly slack: SlackPlatform | null;
  readonly playground: Playground | null;
  readonly meter: Meter;
  /** Rejects when the database does not answer. */
  ready(): Promise<unknown>;
}

/** Why nobody can be listened to, as a sentence for whoever runs the bot. */
function unheard(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`Port ${port} is taken by another program; end that or set PORT.`, { cause: error });
}

const isLoopback = (address = '') => /^(127\.|::1$|::ffff:127\.)/.test(address);

/**
 * The one HTTP server: Slack's requests, health, readiness, metrics, and the playground, which is served to this
 * machine alone.
 */
export function createServer({ port, host }: Pick<Config, 'port' | 'host'>, served: Served) {
  const { slack, playground, meter } = served;
  const page = playground && getRequestListener((request) => playground.fetch(request));
  let isOpen = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?')[0];
    const say = (status: number, text: string, type = 'text/plain; charset=utf-8') =>
      response.writeHead(status, { 'content-type': type }).end(text);
    if (path === '/slack/events' && slack?.listener) return void slack.listener(request, response);
    if (path === '/healthz') return void say(200, 'ok\n');
    if (path === '/readyz') {
      const ready =
        isOpen &&
        (await served.ready().then(
          () => true,
          () => false,
        ));
      return void say(ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n');
    }
    if (path === '/metrics') return void say(200, await meter.text(), 'text/plain; version=0.0.4');
    if (page && isLoopback(request.socket.remoteAddress)) return void page(request, response);
    say(404, 'not found\n');
  }

  const server = createHttpServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  return {
    get url() {
      const address = server.address();
      return address && typeof address === 'object' ? `http://localhost:${address.port}` : '';
    },
    async start() {
      server.listen(port, host);
      await once(server, 'listening').catch((error) => Promise.reject(unheard(error, port)));
    },
    /** From here on it is ready. */
    open() {
      isOpen = true;
    },
    async stop() {
      isOpen = false;
      server.close();
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 2_000);
      if (server.listening) await once(server, 'close');
      clearTimeout(patience);
    },
  };
}
