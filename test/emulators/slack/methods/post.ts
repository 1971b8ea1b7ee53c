import type { Json } from '../json.ts';
import type { Channel, Message } from '../store.ts';
import type { World } from '../world.ts';

/** Why the app may not write there, if it may not. */
export function mayPost(channel: Channel | undefined) {
  if (!channel) return { error: 'channel_not_found', messages: [] };
  if (channel.archived) return { error: 'is_archived', messages: [] };
  return channel.member ? undefined : { error: 'not_in_channel', messages: [] };
}

/** What of a call is kept as a message. */
export function content(body: Json): Json {
  const { text, blocks, metadata, link_names, parse, files } = body;
  return JSON.parse(JSON.stringify({ text, blocks, metadata, link_names, parse, files })) as Json;
}

/** Stores a message of the bot, and tells the app of it as Slack does for direct messages. */
export function post(
  world: World,
  channel: string,
  body: Json,
  extra: { threadTs?: string; onlyFor?: string },
): Message {
  const { store, settings } = world;
  const message: Message = {
    ...extra,
    channel,
    ts: store.ts(),
    user: settings.botUserId,
    bot: true,
    body: content(body),
    edited: 0,
    reactions: [],
  };
  store.messages.push(message);
  store.changed();
  if (!extra.onlyFor && store.channels.get(channel)?.kind === 'im') {
    world.emit({ ...asEvent(world, message), channel, channel_type: 'im', event_ts: message.ts });
  }
  return message;
}

/** A message as events, histories and payloads carry it. */
export function asEvent({ settings }: World, message: Message): Json {
  const { metadata: _, ...body } = message.body;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    team: settings.teamId,
    ...body,
    ...(message.bot && { bot_id: settings.botId, app_id: settings.appId }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
  };
}
