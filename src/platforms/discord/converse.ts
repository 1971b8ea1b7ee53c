import { type Message, MessageType } from 'discord.js';
import type { Action, Card } from '../../chat/card.ts';
import { dropped } from '../../chat/dropped.ts';
import type { Form } from '../../chat/form.ts';
import type { Said } from '../../chat/line.ts';
import { askKey } from '../../chat/plan.ts';
import type { Invocation, Person } from '../../chat/platform.ts';
import type { Wire } from '../../chat/wire.ts';
import { type Translator, translator } from '../../i18n/index.ts';
import { answer, type Replying, tell } from './answer.ts';
import { type Desk, shortWire } from './desk.ts';
import { filesOf } from './download.ts';
import { type Origin, originOf } from './origin.ts';
import { render, sentence } from './render.ts';
import { post } from './rest.ts';

/** A line after a mention of the bot, or in a direct message: the same language as in the terminal; files in the latter. */
export async function converse(desk: Desk, message: Message): Promise<void> {
  const { chat } = desk;
  const line = lineOf(desk, message);
  if (line === undefined) return;
  const t = translator(chat.locale({ platform: 'discord', userId: message.author.id }));
  const origin = await originOf(desk, message.author, message);
  if (typeof origin === 'string') {
    // Nobody is refused in front of others.
    if (!message.guildId) await post(desk.rest, message.channelId, render(sentence(t(origin)), t.locale), []);
    return;
  }
  const files = message.guildId ? [] : dropped(filesOf(message), line);
  if (files.length === 0)
    return take(desk, message, origin, { line, under: await desk.threads.under(message) });
  for (const file of files) await take(desk, message, origin, file, file.wire.file?.split('/').at(-1));
}

/** Does one thing that a message asks for; of several each has a `part` of its own. */
async function take(desk: Desk, message: Message, origin: Origin, said: Said, part?: string): Promise<void> {
  const { chat } = desk;
  const t = translator(chat.locale(origin.person));
  const planned = chat.plan(said, origin.person);
  if (planned.kind === 'refuse')
    return tell(
      desk,
      origin,
      render(await chat.told(planned.card, origin), t.locale),
      [],
      true,
      replyOf(message, part),
    );
  if (planned.kind === 'ask') {
    const card = await formCard(desk, planned.form, t, origin.place.private ? origin.person : null);
    return tell(desk, origin, render(card, t.locale), [], false, replyOf(message, part));
  }
  const replyTo = replyOf(message, part);
  const { command, wire } = planned;
  const invocation: Invocation = {
    key: `discord:${[message.id, part].filter(Boolean).join(':')}`,
    ...origin,
    command,
    wire,
    replyTo,
  };
  if (!(await chat.accept(invocation))) return;
  await answer(desk, invocation, await chat.handle(invocation)).finally(() => chat.answered(invocation));
}

const replyOf = ({ id }: Message, part: string | undefined): Replying => ({
  via: 'message',
  message: id,
  ...(part && { part }),
});

/** What is said to the bot: in private, or in a guild behind a mention at the beginning. */
function lineOf({ client }: Desk, message: Message): string | undefined {
  const ordinary = message.type === MessageType.Default || message.type === MessageType.Reply;
  if (message.author.bot || message.webhookId || !ordinary) return undefined;
  const named = new RegExp(`^\\s*<@!?${client.user?.id}>`);
  if (message.guildId && !named.test(message.content)) return undefined;
  return message.content.replace(named, '').trim();
}

/** A message cannot open a form; a button on a message can. */
async function formCard(desk: Desk, form: Form, t: Translator, only: Person | null): Promise<Card> {
  const known = form.fields.flatMap(({ name, value }) => (value ? [[name, value]] : []));
  const wire: Wire = { ...form.carried, ...Object.fromEntries(known), [askKey]: '1' };
  const action: Action = {
    label: t('platform.form'),
    style: 'primary',
    command: form.command,
    wire: await shortWire(desk, { command: form.command, wire }, only),
  };
  return { title: [form.title], blocks: [{ kind: 'actions', actions: [action] }] };
}
