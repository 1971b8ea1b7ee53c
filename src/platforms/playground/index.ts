import { HTTPException } from 'hono/http-exception';
import type { Platform } from '../../chat/platform.ts';
import type { Locale } from '../../i18n/index.ts';
import { respond } from './act.ts';
import { type Asset, loadAssets } from './assets.ts';
import { createFiles } from './files.ts';
import { listen } from './listen.ts';
import { channels, type PlaygroundOptions } from './options.ts';
import { createRooms } from './rooms.ts';
import { reconcile, type Sender, send } from './send.ts';

export { channels, type PlaygroundOptions, type Somebody } from './options.ts';

export interface Playground extends Platform {
  /** Answers every request for `/` and below `/playground/`; 404 for anything else. For loopback only. */
  fetch(request: Request): Response | Promise<Response>;
}

/** A chat client in the browser, with a history in memory: the newcomer's first sight, and nothing to set up. */
export function createPlayground(options: PlaygroundOptions): Playground {
  const { chat, clock, draw, log } = options;
  const rooms = createRooms();
  const sender: Sender = { rooms, clock, channels, log, draw };
  const files = createFiles();
  const closing = new AbortController();
  const spoken = new Map<string, Locale>();
  const working = new Set<Promise<unknown>>();
  let assets: ReadonlyMap<string, Asset> = new Map();

  const { fetch } = listen({
    options,
    sender,
    files,
    assets: () => assets,
    closing: closing.signal,
    spoken,
    async somebody(userId) {
      const found = (await options.people()).find(({ person }) => person.userId === userId);
      if (!found) throw new HTTPException(404, { message: 'There is no such person.' });
      const locale = spoken.get(userId);
      return locale ? { ...found, person: { ...found.person, locale } } : found;
    },
    async under(work) {
      if (closing.signal.aborted) throw new HTTPException(503, { message: 'The playground is closing.' });
      const done = work();
      const settled = done.catch(() => {}).finally(() => working.delete(settled));
      working.add(settled);
      return done;
    },
  });

  return {
    name: 'playground',
    fetch: (request) => fetch(request),
    async start() {
      assets = await loadAssets();
    },
    async stop() {
      closing.abort();
      await Promise.all(working);
    },
    answer: (invocation, answer) => respond(invocation, answer, chat, sender),
    send: (message) => send(sender, message),
    reconcile: async (message) => reconcile(rooms, message),
    download: async (reference) => files.find(reference),
  };
}
