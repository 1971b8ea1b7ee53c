import type { App } from '@slack/bolt';
import { dropped } from '../../../chat/dropped.ts';
import type { Said } from '../../../chat/line.ts';
import { show } from '../answer.ts';
import { offer } from '../ask.ts';
import { lineOf } from '../markup.ts';
import type { ReplyTo } from '../reply.ts';
import { platform, type Slack } from '../slack.ts';
import { finish, refuse, store } from '../take.ts';

/** The parts of an `app_mention` or `message` event that matter here. */
interface Heard {
  readonly type: string;
  readonly subtype?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly channel: string;
  readonly channel_type?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly files?: readonly { readonly id: string; readonly name?: string; readonly size?: number }[];
}

type Answering = () => Promise<void>;

const remembered = 2000;

/**
 * Lines in mentions and direct messages, and files in these. Bolt acknowledges events before its listeners run, so `intake` stores a
 * line before Bolt sees it, and the listener does what was stored. A message is known by its channel and time
 * stamp: Slack may tell of it twice, under one event id or under two.
 */
export function onMessage(app: App, slack: Slack): { intake(body: Record<string, unknown>): Promise<void> } {
  const answerings = new WeakMap<object, Answering>();
  const stored = new Map<string, Promise<unknown>>();

  const listener = async ({ body }: { body: object }) => answerings.get(body)?.();
  app.event('app_mention', listener);
  app.message(listener);

  async function prepare(event: Heard, user: string): Promise<Answering | undefined> {
    const line = lineOf(event.text ?? '', slack.botUserId);
    const isDirect = event.channel_type === 'im';
    const isReply = event.thread_ts !== undefined && event.thread_ts !== event.ts;
    const reply: ReplyTo = {
      user,
      channel: event.channel,
      // A mention is answered in its thread; in direct messages only what was said in a thread.
      ...(isDirect
        ? event.thread_ts && { thread: event.thread_ts }
        : { thread: event.thread_ts ?? event.ts }),
      ...(isReply && { within: true }),
    };
    const key = `${event.channel}:${event.ts}`;
    const files = isDirect ? dropped((event.files ?? []).map(asDropped), line) : [];
    if (files.length === 0) {
      const under = isReply ? await slack.threads.under(event.channel, event.thread_ts) : undefined;
      return prepareOne({ line, under }, key, reply);
    }
    const all = await Promise.all(files.map((file) => prepareOne(file, `${key}:${file.wire.file}`, reply)));
    return async () => {
      for (const answering of all) await answering?.();
    };
  }

  async function prepareOne(said: Said, key: string, reply: ReplyTo): Promise<Answering | undefined> {
    const plan = slack.chat.plan(said, { platform, userId: reply.user });
    if (plan.kind === 'refuse') return () => refuse(plan.card, reply, slack);
    if (plan.kind === 'ask') {
      return () => show(reply, offer(plan.form, plan.form.about, slack, reply), 'private', slack);
    }
    const invocation = await store(plan, key, reply, slack);
    return invocation ? () => finish(invocation, slack) : undefined;
  }

  return {
    async intake(body) {
      const event = body.event as Heard | undefined;
      if (!event?.user || !isLine(event, slack.botUserId)) return;
      const key = `${event.channel}:${event.ts}`;
      const first = stored.get(key);
      // A repetition is acknowledged when the first is stored, not before.
      if (first) return void (await first);
      const storing = prepare(event, event.user);
      stored.set(key, storing);
      forgetOldest(stored);
      try {
        const answering = await storing;
        if (answering) answerings.set(body, answering);
      } catch (error) {
        stored.delete(key);
        throw error;
      }
    },
  };
}

/** Said by a person, to the bot; not an edit, not by a bot, itself least of all. */
function isLine(event: Heard, botUserId: string): boolean {
  if (event.bot_id || event.user === botUserId) return false;
  if (event.type === 'app_mention') return true;
  const isNew = event.subtype === undefined || event.subtype === 'file_share';
  return event.type === 'message' && event.channel_type === 'im' && isNew;
}

const asDropped = ({ id, name, size }: NonNullable<Heard['files']>[number]) => ({
  reference: id,
  name: name ?? id,
  size: size ?? 0,
});

function forgetOldest(known: Map<string, unknown>) {
  const [oldest] = known.keys();
  if (known.size > remembered && oldest !== undefined) known.delete(oldest);
}
