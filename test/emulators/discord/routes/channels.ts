import { compose } from '../compose.ts';
import {
  cannotSend,
  editOfOthers,
  invalidForm,
  missingAccess,
  unknownChannel,
  unknownMessage,
  unknownUser,
} from '../errors.ts';
import { listOf, spec } from '../spec.ts';
import type { Channel, Json, Message, Store } from '../store.ts';
import { channelJson, type Route } from '../world.ts';

const messages = '/channels/{channel_id}/messages';
const message = `${messages}/{message_id}`;
const answer = spec('MessageResponse');
const channelSchemas: Record<number, string> = { 1: 'PrivateChannelResponse', 11: 'ThreadResponse' };

export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/{channel_id}',
    auth: true,
    answer: {
      safeParse: (v) => spec(channelSchemas[Number((v as Json).type)] ?? 'GuildChannelResponse').safeParse(v),
    },
    run: ({ params }, { store }) => channelJson(channelOf(store, params)),
  },
  {
    method: 'GET',
    path: messages,
    auth: true,
    query: ['around', 'before', 'after', 'limit'],
    answer: listOf(answer),
    run: ({ params, query }, { store }) => {
      const channel = channelOf(store, params);
      const limit = Number(query.get('limit') ?? 50);
      const after = BigInt(query.get('after') ?? 0);
      const before = BigInt(query.get('before') ?? '9223372036854775807');
      const found = store
        .messagesIn(channel.id)
        .filter((m) => BigInt(m.body.id) > after && BigInt(m.body.id) < before);
      const page = query.has('after') ? found.slice(0, limit) : found.slice(-limit);
      return page.map((m) => m.body).reverse();
    },
  },
  {
    method: 'POST',
    path: messages,
    auth: true,
    body: spec('MessageCreateRequest'),
    answer,
    run: (call, world) => {
      const channel = channelOf(world.store, call.params);
      if (channel.recipient && world.store.closedDms.has(channel.recipient.id)) throw cannotSend();
      const { nonce, enforce_nonce } = call.body;
      const same = enforce_nonce
        ? byNonce(world.store, channel.id, String(nonce), world.clock.now())
        : undefined;
      if (same) return same.body;
      const extra = replyExtra(call.body.message_reference as Json | undefined, channel, world.store);
      const made = compose(call, world, { channelId: channel.id, author: world.store.bot, ...extra });
      if (nonce !== undefined) made.body = { ...made.body, nonce: nonce as string };
      world.dispatch('MESSAGE_CREATE', {
        ...(made.body as unknown as Json),
        ...(channel.guildId && { guild_id: channel.guildId }),
      });
      return made.body;
    },
  },
  {
    method: 'GET',
    path: message,
    auth: true,
    answer,
    run: ({ params }, { store }) => messageOf(store, params).body,
  },
  {
    method: 'PATCH',
    path: message,
    auth: true,
    body: spec('MessageEditRequestPartial'),
    answer,
    run: (call, world) => {
      const found = messageOf(world.store, call.params);
      if (found.body.author.id !== world.store.bot.id) throw editOfOthers();
      const channelId = String(call.params.channel_id);
      return compose(call, world, { channelId, author: world.store.bot }, found).body;
    },
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    auth: true,
    body: spec('CreatePrivateChannelRequest'),
    answer: spec('PrivateChannelResponse'),
    run: ({ body }, { store, newId }) => {
      const recipient = store.users.get(String(body.recipient_id));
      if (!recipient) throw unknownUser();
      if (recipient.bot) throw cannotSend();
      const known = store.directChannel(recipient.id);
      const channel = known ?? { id: newId(), name: recipient.username, recipient, closed: false };
      store.channels.set(channel.id, channel);
      return channelJson(channel);
    },
  },
];

/** How long Discord remembers a nonce: "a few minutes". */
const NONCE_MS = 5 * 60_000;

function byNonce(store: Store, channelId: string, nonce: string, now: Date): Message | undefined {
  return store
    .messagesIn(channelId)
    .find((m) => m.nonce === nonce && now.getTime() - Date.parse(m.body.timestamp) < NONCE_MS);
}

/** A reply names its message, which must exist unless it says that it need not. */
function replyExtra(reference: Json | undefined, channel: Channel, store: Store) {
  if (!reference) return {};
  const known = store.messages.get(String(reference.message_id));
  if (!known && reference.fail_if_not_exists !== false)
    throw invalidForm([{ path: ['message_reference'], message: 'Unknown message' }]);
  const message_reference = { type: 0, channel_id: channel.id, message_id: reference.message_id };
  return { extra: known ? { type: 19, message_reference } : {} };
}

function channelOf(store: Store, params: Readonly<Record<string, string>>): Channel {
  const channel = store.channels.get(String(params.channel_id));
  if (!channel) throw unknownChannel();
  if (channel.closed) throw missingAccess();
  return channel;
}

function messageOf(store: Store, params: Readonly<Record<string, string>>): Message {
  const channel = channelOf(store, params);
  const found = store.messages.get(String(params.message_id));
  if (!found || found.deleted || found.ephemeralFor || found.body.channel_id !== channel.id)
    throw unknownMessage();
  return found;
}
