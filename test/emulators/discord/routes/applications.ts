import type { APIApplicationCommand } from 'discord.js';
import { invalidForm, missingAccess } from '../errors.ts';
import { commandIssues } from '../rules/command.ts';
import { listOf, spec } from '../spec.ts';
import type { Json } from '../store.ts';
import type { Route, World } from '../world.ts';

const command = spec('ApplicationCommandUpdateRequest');
const answer = spec('ApplicationCommandResponse');
const path = '/applications/{application_id}/guilds/{guild_id}/commands';

export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/applications/@me',
    auth: true,
    answer: spec('PrivateApplicationResponse'),
    run: (_call, { store }) => ({
      id: store.bot.id,
      name: store.bot.username,
      icon: null,
      description: '',
      type: null,
      flags: 0,
      flags_new: '0',
      bot: store.bot,
      bot_public: false,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      redirect_uris: [],
      interactions_endpoint_url: null,
      role_connections_verification_url: null,
      owner: store.bot,
      approximate_guild_count: store.guilds.size,
      approximate_user_install_count: 0,
      approximate_user_authorization_count: 0,
      explicit_content_filter: 0,
      team: null,
      eligible_oauth2_scopes: [],
    }),
  },
  {
    method: 'GET',
    path,
    auth: true,
    query: ['with_localizations'],
    answer: listOf(answer),
    run: ({ params, query }, world) => {
      const commands = commandsOf(params, world);
      return query.get('with_localizations') === 'true' ? commands : commands.map(withoutTranslations);
    },
  },
  {
    method: 'PUT',
    path,
    auth: true,
    body: listOf(command),
    answer: listOf(answer),
    run: ({ params, body }, world) => {
      const given = body as unknown as Json[];
      const before = commandsOf(params, world);
      const issues = commandIssues(given);
      if (issues.length > 0) throw invalidForm(issues);
      const commands = given.map((json): APIApplicationCommand => {
        const type = Number(json.type ?? 1);
        const same = before.find((c) => c.name === json.name && c.type === type);
        return {
          default_member_permissions: null,
          description: '',
          ...json,
          id: same?.id ?? world.newId(),
          version: world.newId(),
          application_id: String(params.application_id),
          guild_id: String(params.guild_id),
          type,
        } as unknown as APIApplicationCommand;
      });
      world.store.commands.set(String(params.guild_id), commands);
      return commands;
    },
  },
];

function commandsOf(params: Readonly<Record<string, string>>, world: World): APIApplicationCommand[] {
  const guild = world.store.guilds.get(String(params.guild_id));
  if (!guild || params.application_id !== world.store.bot.id) throw missingAccess();
  return world.store.commands.get(guild.id) ?? [];
}

// Discord leaves the dictionaries out unless they are asked for.
function withoutTranslations<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, v) => (key.endsWith('_localizations') ? undefined : v)));
}
