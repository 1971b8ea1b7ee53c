import { type Json, str } from '../json.ts';
import type { Channel } from '../store.ts';
import type { World } from '../world.ts';
import { type Methods, no, ok } from './method.ts';
import { asEvent } from './post.ts';

export const conversationMethods: Methods = {
  'conversations.open': {
    scope: 'im:write',
    required: ['users'],
    optional: ['return_im', 'prevent_creation'],
    run({ store }, args) {
      const user = store.users.get(str(args.users));
      if (!user) return no('user_not_found');
      return user.isBot ? no('cannot_dm_bot') : ok({ channel: { id: store.im(user.id).id } });
    },
  },
  'conversations.info': {
    scope: (world, args) => scopeFor(world, args, 'read'),
    required: ['channel'],
    optional: ['include_locale', 'include_num_members'],
    run({ store }, args) {
      const channel = store.channels.get(str(args.channel));
      return channel ? ok({ channel: describe(channel) }) : no('channel_not_found');
    },
  },
  'conversations.history': {
    scope: (world, args) => scopeFor(world, args, 'history'),
    required: ['channel'],
    optional: ['cursor', 'limit', 'oldest', 'latest', 'inclusive', 'include_all_metadata'],
    run(world, args) {
      const channel = world.store.channels.get(str(args.channel));
      if (!channel) return no('channel_not_found');
      if (!channel.member) return no('not_in_channel');
      const [oldest, latest] = [str(args.oldest) || '0', str(args.latest) || '9999999999.999999'];
      const within = (ts: string) =>
        args.inclusive === 'true' ? ts >= oldest && ts <= latest : ts > oldest && ts < latest;
      // Newest first, without replies in threads.
      const all = world.store.messages
        .filter((each) => each.channel === channel.id && !each.onlyFor && within(each.ts))
        .filter((each) => !each.threadTs || each.threadTs === each.ts)
        .reverse();
      const from = Number(args.cursor || 0);
      const to = from + (Number(args.limit) || 100);
      return ok({
        messages: all.slice(from, to).map((message) => ({
          ...asEvent(world, message),
          ...(args.include_all_metadata === 'true' &&
            message.body.metadata !== undefined && { metadata: message.body.metadata }),
        })),
        has_more: to < all.length,
        response_metadata: { next_cursor: to < all.length ? String(to) : '' },
      });
    },
  },
  'conversations.replies': {
    scope: (world, args) => scopeFor(world, args, 'history'),
    required: ['channel', 'ts'],
    optional: ['cursor', 'limit', 'oldest', 'latest', 'inclusive', 'include_all_metadata'],
    run(world, args) {
      const parent = world.store.message(str(args.channel), str(args.ts));
      if (!parent) return no('thread_not_found');
      const thread = world.store.messages.filter(
        (each) =>
          each.channel === parent.channel &&
          !each.onlyFor &&
          (each === parent || each.threadTs === parent.ts),
      );
      const limit = Number(args.limit ?? 1000);
      if (!(limit >= 1 && limit <= 1000)) return no('invalid_limit');
      return ok({
        messages: thread.slice(0, limit).map((message) => ({
          ...asEvent(world, message),
          ...(args.include_all_metadata === 'true' && { metadata: message.body.metadata }),
        })),
        has_more: thread.length > limit,
      });
    },
  },
};

function scopeFor({ store }: World, args: Json, verb: 'read' | 'history'): string {
  const kind = store.channels.get(str(args.channel))?.kind ?? 'channel';
  return `${{ channel: 'channels', group: 'groups', im: 'im' }[kind]}:${verb}`;
}

function describe(channel: Channel) {
  return {
    id: channel.id,
    name: channel.name,
    is_channel: channel.kind === 'channel',
    is_group: channel.kind === 'group',
    is_private: channel.kind !== 'channel',
    is_im: channel.kind === 'im',
    is_member: channel.member,
    is_archived: channel.archived ?? false,
    is_ext_shared: channel.shared ?? false,
    is_shared: channel.shared ?? false,
    ...(channel.user && { user: channel.user }),
  };
}
