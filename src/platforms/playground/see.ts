import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import { locales, translator } from '../../i18n/index.ts';
import { Refusal } from '../../i18n/refusal.ts';
import { limits } from './limits.ts';
import type { Listening } from './options.ts';
import type { Start } from './protocol.ts';
import { channelsOf, commandsFor, someone, wordsOf } from './words.ts';

const paths = ['/', '/playground/main.js', '/playground/style.css', '/playground/icon.svg'];

/** The page, and what a person sees on it: messages as they come, pictures, the JSON of a card. */
export function see(app: Hono, { options, sender, assets, closing, somebody }: Listening): void {
  const { chat, registry, previews, zone } = options;
  const { rooms, channels } = sender;

  for (const path of paths)
    app.get(path, (c) => {
      const asset = assets().get(path);
      if (!asset) return c.notFound();
      return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'no-cache' });
    });

  app.get('/playground/start', async (c) => {
    const people = await options.people();
    const me = people.find(({ person }) => person.userId === c.req.query('person')) ?? people[0];
    if (!me) throw new HTTPException(503, { message: 'There is nobody here yet.' });
    const wanted = locales.find((locale) => locale === c.req.query('locale'));
    const t = translator(wanted ?? me.locale ?? chat.locale(me.person));
    const start: Start = {
      locale: t.locale,
      zone,
      me: someone(me, t),
      people: people.map((one) => someone(one, t)),
      channels: channelsOf(channels, me.person, t),
      commands: commandsFor(registry, me.access, t),
      words: wordsOf(t.locale),
      previews: Object.keys(previews),
    };
    return c.json(start);
  });

  app.get('/playground/events', async (c) => {
    const { person } = await somebody(c.req.query('person') ?? '');
    return streamSSE(c, async (stream) => {
      const tell = (event: string, data: unknown) =>
        void stream.writeSSE({ event, data: JSON.stringify(data) });
      tell('history', rooms.history(person.userId));
      const unwatch = rooms.watch(person.userId, (message) => tell('message', message));
      const beat = setInterval(() => tell('beat', null), limits.heartbeat);
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        closing.addEventListener('abort', () => resolve());
        if (closing.aborted) resolve();
      });
      clearInterval(beat);
      unwatch();
    });
  });

  app.get('/playground/charts/:file', (c) => {
    const png = rooms.picture(c.req.param('file').replace(/\.png$/, ''));
    if (!png) return c.notFound();
    const forGood = 'private, max-age=31536000, immutable';
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'cache-control': forGood });
  });

  app.get('/playground/file', async (c) => {
    const { person } = await somebody(c.req.query('person') ?? '');
    const { card, locale } = rooms.find(c.req.query('message') ?? '', person.userId) ?? {};
    const file = card?.blocks[Number(c.req.query('block'))];
    if (file?.kind !== 'file' || !locale) return c.notFound();
    try {
      const pieces = await options.make(file, person);
      c.header('content-type', 'text/csv; charset=utf-8');
      c.header('content-disposition', `attachment; filename="${file.name}"`);
      c.header('cache-control', 'no-store');
      const bytes = Readable.from(pieces, { objectMode: false });
      return c.body(Readable.toWeb(bytes) as ReadableStream<Uint8Array<ArrayBuffer>>);
    } catch (error) {
      if (error instanceof Refusal) return c.text(error.in(translator(locale)), 403);
      throw error;
    }
  });

  app.get('/playground/card', async (c) => {
    const { person } = await somebody(c.req.query('person') ?? '');
    const { card, locale } = rooms.find(c.req.query('message') ?? '', person.userId) ?? {};
    if (!card || !locale) return c.notFound();
    const shown = Object.entries(previews).map(([name, preview]) => [name, preview(card, locale)]);
    return c.json({ card, ...Object.fromEntries(shown) });
  });
}
