import type { Json } from '../json.ts';
import { str } from '../json.ts';
import type { User } from '../store.ts';
import type { World } from '../world.ts';
import { type Methods, no, ok } from './method.ts';

export const peopleMethods: Methods = {
  'auth.test': {
    required: [],
    optional: [],
    run: ({ settings, origin }) =>
      ok({
        url: `${origin}/`,
        team: 'Test',
        user: 'chot',
        team_id: settings.teamId,
        user_id: settings.botUserId,
        bot_id: settings.botId,
        app_id: settings.appId,
        is_enterprise_install: false,
      }),
  },
  'users.info': {
    scope: 'users:read',
    required: ['user'],
    optional: ['include_locale'],
    run(world, args) {
      const user = world.store.users.get(str(args.user));
      return user ? ok({ user: profile(world, user, args.include_locale === 'true') }) : no('user_not_found');
    },
  },
  'users.list': {
    scope: 'users:read',
    required: [],
    optional: ['cursor', 'limit', 'include_locale'],
    run(world, args) {
      const all = [...world.store.users.values()];
      const from = Number(args.cursor || 0);
      const to = from + (Number(args.limit) || all.length);
      return ok({
        members: all.slice(from, to).map((user) => profile(world, user, args.include_locale === 'true')),
        response_metadata: { next_cursor: to < all.length ? String(to) : '' },
      });
    },
  },
  'team.info': {
    scope: 'team:read',
    required: [],
    optional: ['team'],
    run: ({ settings }) => ok({ team: { id: settings.teamId, name: 'Test', domain: 'test' } }),
  },
  'bots.info': {
    scope: 'users:read',
    required: ['bot'],
    optional: [],
    run: ({ settings }, args) =>
      args.bot === settings.botId
        ? ok({
            bot: { id: settings.botId, app_id: settings.appId, user_id: settings.botUserId, name: 'chot' },
          })
        : no('bot_not_found'),
  },
};

function profile({ settings }: World, user: User, withLocale: boolean): Json {
  const mayEmail = !settings.scopes || settings.scopes.includes('users:read.email');
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name.toLowerCase().replaceAll(' ', '.'),
    real_name: user.name,
    deleted: user.deleted ?? false,
    tz: user.tz,
    is_bot: user.isBot ?? false,
    is_admin: user.isAdmin ?? false,
    is_restricted: user.isRestricted ?? false,
    is_ultra_restricted: user.isUltraRestricted ?? false,
    is_stranger: user.isStranger ?? false,
    profile: {
      real_name: user.name,
      display_name: user.name,
      ...(mayEmail && user.email && !user.isStranger && { email: user.email }),
    },
    ...(withLocale && { locale: user.locale }),
  };
}
