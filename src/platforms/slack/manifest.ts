import type { webApi } from '@slack/bolt';
import type { CommandId, Registry } from '../../chat/command.ts';
import { namesOf } from '../../chat/names.ts';
import { type Key, type Locale, locales, translator } from '../../i18n/index.ts';
import { shorten } from '../../lib/text.ts';
import { limits } from './limits.ts';
import { logShortcut } from './on/shortcut.ts';
import { path } from './transport.ts';

type Manifest = NonNullable<webApi.AppsManifestCreateArguments['manifest']>;
type SlashCommand = NonNullable<NonNullable<Manifest['features']>['slash_commands']>[number];

/** What the bot may do in a workspace. */
export const botScopes = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
] as const;

/**
 * The app as Slack is to be told of it, from the registry alone. With `url` (where `/slack/events` is reached from
 * the internet) it speaks HTTP, without one Socket Mode.
 */
export function manifest<C>(registry: Registry<C>, url?: string): Manifest {
  const endpoint = url && new URL(path, url).href;
  const en = translator('en');
  return {
    display_information: { name: 'Chốt', description: en('slack.about'), background_color: '#1D2430' },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Chốt', always_online: true },
      shortcuts: [
        {
          type: 'message',
          name: en('slack.shortcut'),
          callback_id: logShortcut,
          description: en('slack.shortcut.about'),
        },
      ],
      slash_commands: slashCommands(registry, endpoint),
    },
    oauth_config: { scopes: { bot: [...botScopes] } },
    settings: {
      event_subscriptions: {
        ...(endpoint && { request_url: endpoint }),
        bot_events: ['app_home_opened', 'app_mention', 'message.im'],
      },
      interactivity: {
        is_enabled: true,
        ...(endpoint && { request_url: endpoint, message_menu_options_url: endpoint }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: !endpoint,
      token_rotation_enabled: false,
    },
  };
}

/** Commands of Slack itself: a manifest with one of them is refused as a whole. `/crm` reaches them. */
const builtIn = new Set(
  (
    'apps archive away call collapse dm dnd expand feed feedback help huddle invite join keys kick leave me msg ' +
    'mute open part prefs pro remind remove rename search shortcuts shrug star status topic unarchive who'
  ).split(' '),
);

/** One slash command for each first word: `/deal` with all that begins so. */
function slashCommands<C>(registry: Registry<C>, url: string | undefined): SlashCommand[] {
  const groups = new Map<string, CommandId[]>();
  for (const id of Object.keys(registry) as CommandId[]) {
    const first = id.split('.')[0] as string;
    const group = builtIn.has(first) ? 'crm' : first;
    groups.set(group, [...(groups.get(group) ?? []), id]);
  }
  return [...groups].map(([group, ids]) => {
    const usage_hint = inEach((locale) => hint(registry, group, ids, locale), limits.usageHint);
    return {
      command: `/${group}`,
      description: inEach((locale) => about(ids, locale), limits.commandAbout),
      ...(usage_hint && { usage_hint }),
      ...(url && { url }),
      // People arrive as `<@U123>`, so that their names need not be guessed.
      should_escape: true,
    };
  });
}

function about(ids: readonly CommandId[], locale: Locale): string {
  const t = translator(locale);
  const key = ids.length === 1 ? 'about' : 'title';
  return ids.map((id) => t.say(`${key}.${id}` as Key)).join(' · ');
}

/** `add | show | list`: the words behind the first one. Of a command by itself: what it is asked with. */
function hint<C>(registry: Registry<C>, group: string, ids: readonly CommandId[], locale: Locale): string {
  const [only] = ids;
  if (only && ids.length === 1) {
    const t = translator(locale);
    return registry[only].positional.map((name) => `[${t.say(`field.${name}` as Key)}]`).join(' ');
  }
  const words = ids.flatMap((id) => {
    const names = namesOf(locale, id);
    const name = names.find((each) => each.startsWith(`${group} `))?.slice(group.length + 1);
    return name ?? (builtIn.has(id) ? names.slice(0, 1) : []);
  });
  return words.join(' | ');
}

/** The words of each language, in at most so many characters, each once. */
function inEach(say: (locale: Locale) => string, max: number): string {
  const said = locales.map((locale) => shorten(say(locale), Math.floor(max / locales.length) - 3));
  return [...new Set(said)].filter(Boolean).reverse().join(' / ');
}
