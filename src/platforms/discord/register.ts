import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { AnyCommand, CommandId, Registry } from '../../chat/command.ts';
import { type Field, sayLabel } from '../../chat/field.ts';
import { labelOf } from '../../chat/form.ts';
import { moreKey } from '../../chat/wire.ts';
import { type Key, type Translator, translator } from '../../i18n/index.ts';
import { plain, shorten } from '../../lib/text.ts';
import { limits } from './limits.ts';
import { fieldNames, localised, pathOf, pathsIn } from './names.ts';

type Body = RESTPostAPIApplicationCommandsJSONBody;
const SLASH = 1;
const SUBCOMMAND = 1;
const STRING = 3;
const INTEGER = 4;
const MESSAGE_MENU = 3;

/** What Discord shows before anybody chose a language; the other one comes as a translation. */
const base = translator('en');
const other = translator('vi');

/** Every command of the registry as Discord's guild commands, and the menu command on messages. */
export function commandsOf<C>(registry: Registry<C>): Body[] {
  const groups = new Map<string, CommandId[]>();
  for (const id of Object.keys(registry) as CommandId[]) {
    const [name] = pathOf(registry, id);
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  const commands = [...groups].map(([name, ids]): Body => {
    const first = ids[0] as CommandId;
    const alone = pathOf(registry, first).length === 1;
    const translated = ids.map((id) => pathsIn(other.locale, registry, id)?.[0]);
    const about = (t: Translator) =>
      alone ? t.say(`about.${first}` as Key) : ids.map((id) => t.say(`title.${id}` as Key)).join(' · ');
    return {
      type: SLASH,
      name,
      ...named(localised(translated, name)),
      ...described(about),
      options: alone ? optionsOf(registry[first]) : ids.map((id) => subcommand(registry, id)),
    };
  });
  const menu = base('slack.shortcut');
  return [
    ...commands,
    { type: MESSAGE_MENU, name: menu, name_localizations: { vi: other('slack.shortcut') } },
  ];
}

/** Tells Discord of the commands, unless it knows exactly these. Resolves to whether it had to. */
export async function register(
  rest: REST,
  application: string,
  guild: string,
  commands: readonly Body[],
): Promise<boolean> {
  const route = Routes.applicationGuildCommands(application, guild);
  const known = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (isDeepStrictEqual(byName(known), byName(commands))) return false;
  await rest.put(route, { body: commands });
  return true;
}

function subcommand<C>(registry: Registry<C>, id: CommandId): APIApplicationCommandSubcommandOption {
  const [, name = id] = pathOf(registry, id);
  return {
    type: SUBCOMMAND,
    name,
    ...named(pathsIn(other.locale, registry, id)?.[1]),
    ...described((t) => t.say(`about.${id}` as Key)),
    options: optionsOf(registry[id]),
  };
}

/** None is required: a command without them opens its form. */
function optionsOf<C>(command: AnyCommand<C>): APIApplicationCommandBasicOption[] {
  return fieldNames(command).map(({ field: name, option, translated }) => {
    const length = { type: STRING, max_length: limits.commandText } as const;
    if (name === moreKey)
      return { name: option, ...named(translated), ...described((t) => t('discord.more_about')), ...length };
    const field: Field<unknown, never> = command.fields[name];
    const about = (t: Translator) =>
      [labelOf(t, name, field), ...(field.hint ? [t.say(field.hint)] : [])].join(': ');
    const common = { name: option, ...named(translated), ...described(about) };
    const { control } = field;
    if (control.kind === 'number')
      return { type: INTEGER, ...common, min_value: control.min, max_value: control.max };
    if (control.kind === 'lookup' || (control.kind === 'choice' && control.open))
      return { type: STRING, ...common, autocomplete: true };
    if (control.kind === 'text')
      return { ...common, ...length, max_length: Math.min(control.max, limits.commandText) };
    if (control.kind !== 'choice' || control.options.length > limits.options)
      return { type: STRING, ...common };
    const choices = control.options.map((o) => ({
      name: shorten(sayLabel(base, o.label), limits.optionName),
      name_localizations: { vi: shorten(sayLabel(other, o.label), limits.optionName) },
      value: o.value,
    }));
    return { type: STRING, ...common, choices };
  });
}

const named = (name: string | undefined) => (name ? { name_localizations: { vi: name } } : {});

function described(about: (t: Translator) => string) {
  const text = (t: Translator) => shorten(plain(about(t)), limits.commandAbout);
  return { description: text(base), description_localizations: { vi: text(other) } };
}

// biome-ignore format: one list, read across
const told = new Set([
  'type', 'name', 'description', 'options', 'choices', 'value', 'required', 'autocomplete', 'min_value', 'max_value',
  'min_length', 'max_length', 'name_localizations', 'description_localizations', 'vi',
]);

/** Commands by name with what we say of them: what Discord adds and what is empty makes no difference. */
function byName(commands: unknown): unknown[] {
  const ours = JSON.parse(JSON.stringify(commands), function (key, value) {
    if (Array.isArray(this) || key === '') return value;
    const empty = [null, '', false].includes(value) || (Array.isArray(value) && value.length === 0);
    return told.has(key) && !empty ? value : undefined;
  }) as { name: string; type: number }[];
  return ours.sort((a, b) => a.type - b.type || a.name.localeCompare(b.name));
}
