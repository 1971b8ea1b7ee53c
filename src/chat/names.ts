import { type Key, type Locale, locales, type Translator, translator } from '../i18n/index.ts';
import { fold } from '../lib/fold.ts';
import { oncePer } from '../lib/once.ts';
import type { AnyCommand, CommandId } from './command.ts';
import type { Field } from './field.ts';
import { labelOf } from './form.ts';

/** The names of a command in one language, the first the one that is shown: `deal add`. */
export function namesOf(locale: Locale, id: CommandId): string[] {
  return translator(locale)
    .say(`name.${id}` as Key)
    .split(',')
    .map((name) => name.trim());
}

/** How a typed name or key is compared: folded, with hyphens as spaces. */
export const spoken = (name: string) => fold(name).replaceAll('-', ' ').replaceAll('_', ' ');

/** Every name in every language → its command. Two commands of one name are a fault of the catalogue. */
export const nameTable = oncePer(namesIn);

/** How many words the longest of the names has. */
export const longest = oncePer((names: ReadonlyMap<string, CommandId>) =>
  Math.max(...[...names.keys()].map((name) => name.split(' ').length)),
);

function namesIn(registry: Readonly<Record<CommandId, unknown>>): ReadonlyMap<string, CommandId> {
  const table = new Map<string, CommandId>();
  for (const id of Object.keys(registry) as CommandId[])
    for (const locale of locales)
      for (const name of namesOf(locale, id)) {
        const taken = table.get(spoken(name));
        if (taken && taken !== id) throw new Error(`"${name}" names both ${taken} and ${id}`);
        table.set(spoken(name), id);
      }
  return table;
}

/** The keys of `key:value` for a command's fields: the field's own name and its label in every language. */
export const keyTable = oncePer(keysIn);

function keysIn<C>(command: AnyCommand<C>): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [name, field] of Object.entries(command.fields) as [string, Field<unknown, never>][]) {
    if (field.hidden === true) continue;
    for (const locale of locales) {
      for (const key of keysOf(translator(locale), name, field).map(spoken)) {
        table.set(key, name);
        table.set(key.replaceAll(' ', ''), name);
      }
    }
  }
  for (const name of Object.keys(command.fields))
    if (command.fields[name].hidden !== true) table.set(spoken(name), name);
  return table;
}

/** What may stand before the colon for a field in one language, with its accents. */
export function keysOf(t: Translator, name: string, field: Field<unknown, never>): string[] {
  const others = t.has(`keys.${name}`) ? t.say(`keys.${name}` as Key).split(',') : [];
  return [labelOf(t, name, field), ...others].map((key) => key.trim().replaceAll('-', ' '));
}

/** The fields that a line says without a key. A member is not among those that are known anywhere: `Lan` is a name. */
export const unkeyed = <C>({ positional, anywhere = [], fields }: AnyCommand<C>): string[] => [
  ...new Set<string>([...positional, ...anywhere.filter((name) => !fields[name].lookup)]),
];

/** The key of a field as its reader would type it: `close`, or `hạn` in Vietnamese. A line reads it as the field's. */
export function keyOf<C>(t: Translator, command: AnyCommand<C>, name: string): string {
  if (t.locale === 'en') return name;
  const label = labelOf(t, name, command.fields[name]).toLowerCase().replaceAll(' ', '-');
  const [short = label] = t.has(`keys.${name}`) ? t.say(`keys.${name}` as Key).split(',') : [];
  return keyTable(command).get(spoken(short)) === name ? short : name;
}
