import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { CommandId } from '../../chat/command.ts';
import { dropped } from '../../chat/dropped.ts';
import type { Person } from '../../chat/platform.ts';
import { act, placeOf } from './act.ts';
import { guard, headers } from './guard.ts';
import { speak } from './language.ts';
import { limits } from './limits.ts';
import type { Listening } from './options.ts';
import { Acted, Handed, query, read, Spoken, Suggested } from './requests.ts';
import { direct, isDirect } from './rooms.ts';
import { see } from './see.ts';

/** What a person does in the browser → an invocation; what they see is in `see`. */
export function listen(listening: Listening): Hono {
  const { options, sender, somebody, under } = listening;
  const { chat, log } = options;
  const app = new Hono();
  const [small, large] = [bodyLimit({ maxSize: limits.request }), bodyLimit({ maxSize: limits.file })];
  app.use(guard, headers, (c, next) => (c.req.path === '/playground/drop' ? large : small)(c, next));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error({ err: error }, 'the playground could not answer a request');
    return c.text('Something went wrong.', 500);
  });

  async function inside(userId: string, channel: string): Promise<Person> {
    const { person } = await somebody(userId);
    if (channel !== direct(person.userId) && !sender.channels.includes(channel))
      throw new HTTPException(404, { message: 'There is no such channel.' });
    return person;
  }

  app.post('/playground/act', async (c) => {
    const asked = await read(c, Acted);
    const person = await inside(asked.person, asked.channel);
    return c.json(await under(() => act(asked, person, chat, sender)));
  });

  app.post('/playground/drop', async (c) => {
    const { name, size, ...asked } = query(c, Handed);
    const person = await inside(asked.person, asked.channel);
    const reference = `${person.userId}:${asked.key}`;
    const [said] = dropped([{ reference, name, size }], '');
    if (!said || !isDirect(asked.channel))
      throw new HTTPException(404, { message: 'Files are dropped in private.' });
    listening.files.keep(reference, Buffer.from(await c.req.arrayBuffer()));
    return c.json(await under(() => act({ ...asked, said }, person, chat, sender)));
  });

  app.post('/playground/suggest', async (c) => {
    const { command, ...asked } = await read(c, Suggested);
    const person = await inside(asked.person, asked.channel);
    const place = placeOf(asked.channel);
    return c.json(await chat.suggest({ ...asked, command: command as CommandId, person, place }));
  });

  app.post('/playground/language', async (c) => {
    const asked = await read(c, Spoken);
    listening.spoken.set(asked.person, asked.locale);
    const { person } = await somebody(asked.person);
    const { channels } = sender;
    const people = await options.people();
    await under(() => speak({ ...asked, person, people, channels }, chat));
    return c.json({});
  });

  see(app, listening);
  return app;
}
