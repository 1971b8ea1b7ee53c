import { setTimeout as wait } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import type { Reply } from '../../chat/command.ts';
import { compose } from './compose.ts';
import { outcomeOf } from './errors.ts';
import { type NoteFile, sendFiles } from './files.ts';
import type { Rendered } from './render.ts';
import type { ReplyTo } from './reply.ts';
import { remove, respond } from './respond.ts';
import { platform, type Slack } from './slack.ts';

const mostTries = 3;
const mostWaitMs = 30_000;

/**
 * Shows a card where somebody asked for it: to them alone, to everybody, or in place of the card they pressed.
 * An answer may be shown twice when Slack loses its own; it is not left out for that. `note`: of a stored invocation.
 */
export async function show(
  reply: ReplyTo,
  card: Card,
  visibility: Reply,
  slack: Slack,
  note: NoteFile = async () => {},
): Promise<void> {
  const locale = slack.chat.locale({ platform, userId: reply.user });
  const place = await slack.people.place(reply.channel, reply.user);
  const visible = visibility === 'channel' || place.private;
  const isPrivate = visibility === 'private' || place.private;
  const files = isPrivate ? await sendFiles(card, reply, locale, slack, note) : new Map();
  const post = (rendered: Rendered) => persist(() => put(reply, rendered, visible, slack));
  await compose(card, locale, slack, post, { files });
}

async function put(reply: ReplyTo, rendered: Rendered, visible: boolean, slack: Slack): Promise<void> {
  const { client } = slack;
  const { channel, user, thread, within, card } = reply;
  // What everybody reads must not give way to what one person may read, nor the other way round.
  const replace = reply.replace === true && card !== undefined && card.ephemeral !== visible;
  if (reply.responseUrl && (await respond(reply.responseUrl, rendered, { visible, replace, thread }))) {
    if (reply.replace && card?.ephemeral && visible) await remove(reply.responseUrl).catch(() => {});
    return;
  }
  const body = { ...rendered, mrkdwn: false, unfurl_links: false, unfurl_media: false };
  try {
    if (replace && card && !card.ephemeral) await client.chat.update({ channel, ts: card.ts, ...rendered });
    else if (visible)
      await client.chat.postMessage({ channel, ...body, ...(thread && { thread_ts: thread }) });
    else
      await client.chat.postEphemeral({
        channel,
        user,
        ...rendered,
        ...(within && thread && { thread_ts: thread }),
      });
  } catch (error) {
    if (outcomeOf(error).kind !== 'refused' || !isAboutPlace(error)) throw error;
    await client.chat.postMessage({ channel: await slack.people.direct(user), ...body });
  }
}

/** Tries again what Slack did not take, and once more what it may have taken. */
async function persist(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind === 'refused' || tries >= mostTries) throw error;
      await wait(outcome.kind === 'later' ? Math.min(outcome.afterMs, mostWaitMs) : 200);
    }
  }
}

/** The bot cannot write there; it can write to the person. */
function isAboutPlace(error: unknown): boolean {
  return /not_in_channel|channel_not_found|user_not_in_channel|message_not_found|is_archived/.test(
    String(error),
  );
}
