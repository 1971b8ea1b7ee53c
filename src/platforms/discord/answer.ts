import { DiscordAPIError, type RawFile } from 'discord.js';
import type { Answer, Invocation } from '../../chat/platform.ts';
import { translator } from '../../i18n/index.ts';
import { compose } from './compose.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';
import { type Body, render, sentence } from './render.ts';
import { deleteFirst, directChannel, editFirst, post, type Ticket, whisper } from './rest.ts';

/** What an invocation needs to be answered. */
export type ReplyTo =
  | (Ticket & {
      readonly via: 'interaction';
      readonly at: string;
      /** The answer takes the place of the message whose button was pressed. */
      readonly update: boolean;
      /** Only the person sees what was deferred, or the message that is to be replaced. */
      readonly hidden: boolean;
    })
  | Replying;

/** An answer to a message, or to one of several things that it asks for. */
export interface Replying {
  readonly via: 'message';
  readonly message: string;
  readonly part?: string;
}

/** Unknown message, webhook or interaction; invalid webhook token: the interaction can no longer be answered. */
const GONE = [10008, 10015, 10062, 50027];
const NO_DIRECT_MESSAGES = 50007;

/** Shows an answer where it was asked for. When the interaction has run out, it comes as an ordinary message. */
export async function answer(desk: Desk, invocation: Invocation, given: Answer): Promise<void> {
  const isPrivate = given.visibility === 'private';
  const to = invocation.replyTo as ReplyTo;
  const { card } = given;
  const locale = desk.chat.locale(invocation.person);
  const reader = isPrivate || invocation.place.private ? invocation.person : undefined;
  await compose(desk, { card, locale, reader }, async (body, files) => {
    if (to.via === 'message') return tell(desk, invocation, body, files, isPrivate, to);
    try {
      if (desk.clock.now().getTime() - Date.parse(to.at) > limits.tokenMs) throw new TicketExpired();
      await byTicket(desk, to, body, files, isPrivate, given.ok !== 'done');
    } catch (error) {
      const gone = error instanceof DiscordAPIError && GONE.includes(Number(error.code));
      if (!gone && !(error instanceof TicketExpired)) throw error;
      await tell(desk, invocation, body, files, isPrivate);
    }
  });
}

class TicketExpired extends Error {}

async function byTicket(
  { rest }: Desk,
  to: Extract<ReplyTo, { via: 'interaction' }>,
  body: Body,
  files: RawFile[],
  isPrivate: boolean,
  changedNothing: boolean,
): Promise<void> {
  // What everybody sees is not replaced by what one person may see, and a refusal replaces nothing.
  if (to.update && (changedNothing || (isPrivate && !to.hidden))) return whisper(rest, to, body, files);
  if (!to.update && isPrivate && !to.hidden) {
    await deleteFirst(rest, to);
    return whisper(rest, to, body, files);
  }
  return editFirst(rest, to, body, files);
}

/** Says something as an ordinary message: to one person in private, or where it was asked for, under its message. */
export async function tell(
  { rest, chat }: Desk,
  { person, place }: Pick<Invocation, 'person' | 'place'>,
  body: Body,
  files: RawFile[],
  isPrivate: boolean,
  to?: Replying,
): Promise<void> {
  // Discord may tell of a message twice: the nonce makes one answer of two.
  const once = to && { nonce: to.part ?? to.message, enforce_nonce: true };
  const here = {
    ...once,
    ...(to && { message_reference: { message_id: to.message, fail_if_not_exists: false } }),
  };
  if (!isPrivate || place.private) {
    await post(rest, place.channel, { ...body, ...here }, files);
    return;
  }
  try {
    await post(rest, await directChannel(rest, person.userId), { ...body, ...once }, files);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== NO_DIRECT_MESSAGES) throw error;
    const t = translator(chat.locale(person));
    const sorry = render(sentence(t('discord.dms_closed')), t.locale);
    await post(rest, place.channel, { ...sorry, ...here }, []);
  }
}
