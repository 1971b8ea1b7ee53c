import { isJson, str } from '../json.ts';
import { checkMessage } from '../validate.ts';
import { shows } from './files.ts';
import { type Methods, no, ok } from './method.ts';
import { asEvent, content, mayPost, post } from './post.ts';

const look = ['text', 'blocks', 'metadata', 'mrkdwn', 'parse', 'link_names', 'unfurl_links', 'unfurl_media'];

export const chatMethods: Methods = {
  'chat.postMessage': {
    scope: 'chat:write',
    required: ['channel'],
    optional: [...look, 'thread_ts', 'reply_broadcast'],
    run(world, args) {
      const { store } = world;
      const id = str(args.channel);
      const channel = store.users.has(id) ? store.im(id) : store.channels.get(id);
      const refusal = mayPost(channel) ?? checkMessage(args, shows(world));
      if (!channel || refusal) return no(refusal?.error ?? 'channel_not_found', refusal?.messages);
      if (args.thread_ts !== undefined && !store.message(channel.id, str(args.thread_ts))) {
        return no('cannot_reply_to_message');
      }
      const message = post(world, channel.id, args, { threadTs: str(args.thread_ts) || undefined });
      return ok({ channel: channel.id, ts: message.ts, message: asEvent(world, message) });
    },
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    required: ['channel', 'user'],
    optional: [...look.filter((key) => key !== 'metadata'), 'thread_ts'],
    run(world, args) {
      const channel = world.store.channels.get(str(args.channel));
      const refusal = mayPost(channel) ?? checkMessage(args, shows(world));
      if (!channel || refusal) return no(refusal?.error ?? 'channel_not_found', refusal?.messages);
      if (!world.store.users.has(str(args.user))) return no('user_not_in_channel');
      const threadTs = str(args.thread_ts) || undefined;
      const message = post(world, channel.id, args, { onlyFor: str(args.user), threadTs });
      return ok({ message_ts: message.ts });
    },
  },
  'chat.update': {
    scope: 'chat:write',
    required: ['channel', 'ts'],
    optional: look,
    run(world, args) {
      const message = world.store.message(str(args.channel), str(args.ts));
      if (!message || message.onlyFor) return no('message_not_found');
      if (!message.bot) return no('cant_update_message');
      const refusal = checkMessage(args, shows(world));
      if (refusal) return no(refusal.error, refusal.messages);
      // Metadata stays unless new metadata is given; blocks and text are replaced together.
      const metadata = args.metadata ?? message.body.metadata;
      message.body = { ...content(args), ...(isJson(metadata) && { metadata }) };
      message.edited += 1;
      world.store.changed();
      return ok({ channel: message.channel, ts: message.ts, text: message.body.text });
    },
  },
  'chat.delete': {
    scope: 'chat:write',
    required: ['channel', 'ts'],
    optional: [],
    run({ store }, args) {
      const message = store.message(str(args.channel), str(args.ts));
      if (!message || message.onlyFor) return no('message_not_found');
      if (!message.bot) return no('cant_delete_message');
      store.messages.splice(store.messages.indexOf(message), 1);
      store.changed();
      return ok({ channel: message.channel, ts: message.ts });
    },
  },
  'reactions.add': {
    scope: 'reactions:write',
    required: ['channel', 'timestamp', 'name'],
    optional: [],
    run({ store, settings }, args) {
      const message = store.message(str(args.channel), str(args.timestamp));
      if (!message) return no('message_not_found');
      const name = str(args.name);
      if (message.reactions.some((each) => each.name === name && each.user === settings.botUserId)) {
        return no('already_reacted');
      }
      message.reactions.push({ name, user: settings.botUserId });
      store.changed();
      return ok();
    },
  },
};
