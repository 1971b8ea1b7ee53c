import { missingAccess, unknownGuild, unknownMember, unknownUser } from '../errors.ts';
import { spec } from '../spec.ts';
import { guildJson, type Route, type World } from '../world.ts';

export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/{user_id}',
    auth: true,
    answer: spec('UserResponse'),
    run: ({ params }, { store }) => {
      const user = store.users.get(String(params.user_id));
      if (!user) throw unknownUser();
      return user;
    },
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}',
    auth: true,
    query: ['with_counts'],
    answer: spec('GuildWithCountsResponse'),
    run: ({ params }, world) => guildJson(guildOf(params, world)),
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/members/{user_id}',
    auth: true,
    answer: spec('GuildMemberResponse'),
    run: ({ params }, world) => {
      const member = guildOf(params, world).members.get(String(params.user_id));
      if (!member) throw unknownMember();
      return member;
    },
  },
];

function guildOf(params: Readonly<Record<string, string>>, { store }: World) {
  const guild = store.guilds.get(String(params.guild_id));
  if (!guild) throw unknownGuild();
  if (!guild.members.has(store.bot.id)) throw missingAccess();
  return guild;
}
