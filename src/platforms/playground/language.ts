import { allows } from '../../chat/dispatch.ts';
import type { Said } from '../../chat/line.ts';
import type { Chat, Person } from '../../chat/platform.ts';
import type { Locale } from '../../i18n/index.ts';
import { placeOf } from './act.ts';
import type { Somebody } from './options.ts';
import { direct } from './rooms.ts';

interface Spoken {
  readonly key: string;
  readonly locale: Locale;
  readonly person: Person;
  readonly people: readonly Somebody[];
  readonly channels: readonly string[];
}

/**
 * Lets the bot speak another language with a person, as they could ask it to, and in the public channels, as
 * somebody could who is in charge of them: the visitor is everybody. The answers are not shown.
 */
export async function speak({ key, locale, person, people, channels }: Spoken, chat: Chat): Promise<void> {
  const wire = { language: locale };
  await quietly(chat, key, person, direct(person.userId), { command: 'me', wire });
  const keeper = people.find(({ access }) => allows(access, 'manager'));
  for (const channel of keeper ? channels : [])
    await quietly(chat, key, (keeper as Somebody).person, channel, { command: 'crm.settings', wire });
}

async function quietly(chat: Chat, id: string, person: Person, channel: string, said: Said): Promise<void> {
  const planned = chat.plan(said, person);
  if (planned.kind !== 'run') return;
  const { command, wire } = planned;
  const key = `playground:${person.userId}:${channel}:${id}`;
  const invocation = { key, person, place: placeOf(channel), command, wire, replyTo: { channel } };
  if (!(await chat.accept(invocation))) return;
  await chat.handle(invocation);
  await chat.answered(invocation);
}
