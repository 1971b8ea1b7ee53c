import type { Card } from '../../chat/card.ts';
import type { Answer, Chat, Invocation, Person, Place } from '../../chat/platform.ts';
import { translator } from '../../i18n/index.ts';
import { complaints, refusal } from './form.ts';
import type { Act, Done } from './protocol.ts';
import { direct, isDirect } from './rooms.ts';
import { post, type Sender } from './send.ts';

/** What an invocation needs to be answered. */
interface ReplyTo {
  readonly channel: string;
  readonly replace?: string;
  /** The title of the form or button that was used; a typed line stands above its answer by itself. */
  readonly what?: string;
}

export const placeOf = (channel: string): Place => ({ channel, private: isDirect(channel) });

/** Plans what was said and does it, or hands back the form to ask with. */
export async function act(asked: Act, person: Person, chat: Chat, sender: Sender): Promise<Done> {
  const { channel, said } = asked;
  const above = asked.to ? sender.rooms.find(asked.to, person.userId) : undefined;
  const planned = chat.plan({ ...said, under: above?.card && buttonsOf(above.card) }, person);
  const id = `${person.userId}:${asked.key}`;
  const locale = chat.locale(person);
  const from = { person, place: placeOf(channel) };
  /** A typed line stands above its answer, for everybody who reads that. */
  const hear = (open: boolean) => {
    if (!('line' in said)) return;
    const by = { id: person.userId, name: person.name };
    const at = sender.clock.now().toISOString();
    const only = open ? {} : { only: person.userId };
    sender.rooms.put({
      id: `said:${id}`,
      channel,
      at,
      by,
      line: said.line,
      locale,
      pictures: new Map(),
      ...(above && { to: above.id }),
      ...only,
    });
  };
  const refused = async (mistake: Card): Promise<Done> => {
    const card = await chat.told(mistake, from);
    await post(sender, { id: `answer:${id}`, channel, card, locale, only: person.userId });
    return { kind: 'done' };
  };
  if (planned.kind === 'ask') {
    if (asked.form) return { kind: 'errors', errors: complaints(planned.form, translator(locale)) };
    const opened = planned.prefill ? await chat.open(planned.form, from) : undefined;
    if (opened?.kind !== 'refuse') return { kind: 'ask', form: opened?.form ?? planned.form };
    hear(false);
    return refused(opened.card);
  }
  hear(planned.kind === 'run' && planned.visibility === 'channel');
  if (planned.kind === 'refuse') return refused(planned.card);
  const replyTo: ReplyTo = {
    channel,
    ...(asked.replace && { replace: asked.replace }),
    ...('command' in said && { what: translator(locale).say(`title.${planned.command}`) }),
  };
  const { command, wire } = planned;
  const invocation = { key: `playground:${id}`, person, place: placeOf(channel), command, wire, replyTo };
  if (!(await chat.accept(invocation))) return { kind: 'done' };
  const answer = await chat.handle(invocation);
  const instead = asked.form && answer.form;
  const errors = asked.form && !instead && refusal(answer);
  if (!errors && !instead) await respond(invocation, answer, chat, sender);
  await chat.answered(invocation);
  if (instead) return { kind: 'ask', form: instead };
  if (errors) return { kind: 'errors', errors };
  return { kind: 'done' };
}

/** Only the bot has cards. */
const buttonsOf = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

/** Shows an answer: in the place of the card whose button was pressed, where that was asked for, else below. */
export async function respond(
  { key, person, replyTo }: Invocation,
  { card, visibility, ok }: Answer,
  chat: Chat,
  sender: Sender,
): Promise<void> {
  const { channel, replace, what } = replyTo as ReplyTo;
  const locale = chat.locale(person);
  const asked = what ? { asked: { name: person.name, what } } : {};
  const only = visibility === 'private' ? { only: person.userId } : {};
  // A refusal replaces nothing: the card may hold what the first of two clicks has done.
  const old = replace && ok === 'done' ? sender.rooms.find(replace, person.userId) : undefined;
  // What everybody sees is not taken away by an answer that only one person may see.
  if (old && (old.channel === direct(person.userId) || old.only || visibility === 'channel'))
    return post(sender, { ...old, card, locale });
  return post(sender, { id: key.replace(/^playground/, 'answer'), channel, card, locale, ...asked, ...only });
}
