import type { Access, AnyCommand, CommandId, Registry } from '../../chat/command.ts';
import { allows } from '../../chat/dispatch.ts';
import { formOf } from '../../chat/form.ts';
import { keyTable, namesOf } from '../../chat/names.ts';
import type { Person } from '../../chat/platform.ts';
import { en } from '../../i18n/en/index.ts';
import { playground } from '../../i18n/en/playground.ts';
import { type Key, type Locale, locales, type Translator } from '../../i18n/index.ts';
import { vi } from '../../i18n/vi/index.ts';
import type { Somebody } from './options.ts';
import type { Channel, CommandInfo, FieldInfo, Someone, WordKey, Words } from './protocol.ts';
import { direct } from './rooms.ts';

const catalogs = { en, vi };
const keys = [...Object.keys(playground), 'form.choose', 'platform.more'] as WordKey[];

/** The sentences that the browser says by itself, with their holes. */
export function wordsOf(locale: Locale): Words {
  return Object.fromEntries(keys.map((key) => [key, catalogs[locale][key]])) as Words;
}

export function someone({ person, role, access }: Somebody, t: Translator): Someone {
  const named = role === 'anyone' ? t('playground.role.newcomer') : t(`choice.role.${role}`);
  return { id: person.userId, name: person.name, access, role: named };
}

/** The public channels, and the conversation between this person and the bot. */
export function channelsOf(names: readonly string[], person: Person, t: Translator): Channel[] {
  const open = names.map((id) => ({
    id,
    name: `#${id}`,
    about: t.say(`playground.channel.${id}` as Key),
    direct: false,
  }));
  return [...open, { id: direct(person.userId), name: 'Chốt', about: t('playground.direct'), direct: true }];
}

/** What a role may use, as the type-ahead of the line shows it. */
export function commandsFor<C>(registry: Registry<C>, access: Access, t: Translator): CommandInfo[] {
  return (Object.keys(registry) as CommandId[])
    .filter((id) => allows(access, registry[id].access))
    .map((id) => ({
      id,
      name: namesOf(t.locale, id)[0] as string,
      names: locales.flatMap((locale) => namesOf(locale, id)),
      about: t.say(`about.${id}` as Key),
      fields: fieldsOf(registry[id], t),
    }));
}

/** Without a key first, as they are typed. */
function fieldsOf<C>(command: AnyCommand<C>, t: Translator): FieldInfo[] {
  const table = [...keyTable(command)];
  const infos = formOf(t, command, {}).fields.map(
    ({ name, label, required, control }): FieldInfo => ({
      name,
      label,
      required,
      control,
      key: label.toLowerCase().replace(/\s+/g, '-'),
      keys: table.filter(([, field]) => field === name).map(([key]) => key),
      positional: command.positional.includes(name),
    }),
  );
  const place = (info: FieldInfo) => (info.positional ? command.positional.indexOf(info.name) : infos.length);
  return infos.sort((a, b) => place(a) - place(b));
}
