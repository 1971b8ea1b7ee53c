import { locales } from '../i18n/index.ts';
import type { AnyCommand, CommandId, Registry } from './command.ts';
import type { Field } from './field.ts';
import { namesOf, nameTable, spoken } from './names.ts';
import type { Understood } from './understand.ts';
import type { Packed, Wire } from './wire.ts';

/**
 * The record that a card is about (`D-42`), told by its buttons: the one that those which change something name, or,
 * where none does, the one that all lead to. A card of several records is about none.
 */
export function recordOf<C>(registry: Registry<C>, buttons: readonly Packed[]): string | undefined {
  const named = buttons.flatMap(({ command: id, wire }) => {
    if (!Object.hasOwn(registry, id)) return [];
    const command = registry[id as CommandId];
    return requiredLookups(command).flatMap(([name, { lookup }]) => {
      const record = lookup?.numbered?.(wire[name] ?? '');
      return record ? [{ record, changes: command.access !== 'viewer' }] : [];
    });
  });
  const changing = named.filter(({ changes }) => changes);
  const records = new Set((changing.length ? changing : named).map(({ record }) => record));
  return records.size === 1 ? [...records][0] : undefined;
}

/** The field of a command in which the record of a thread belongs; none where two must name a record of its kind. */
export function placeOf<C>(command: AnyCommand<C>, record: string): string | undefined {
  const places = requiredLookups(command).filter(([, { lookup }]) => lookup?.numbered?.(record));
  return places.length === 1 ? places[0]?.[0] : undefined;
}

/** The command that shows a record, told nothing but its number: `D-42`. A bare `42` may be one of any kind. */
export function showing<C>(registry: Registry<C>, text: string): Understood | undefined {
  if (!/^#?\p{L}-?\d+$/u.test(text)) return undefined;
  for (const command of Object.values<AnyCommand<C>>(registry)) {
    const place = command.id.endsWith('.show') && placeOf(command, text);
    if (place) return { command: command.id, wire: { [place]: text } };
  }
  return undefined;
}

/** What was said in fields, with the record of the thread where none was. */
export function inThread<C>(command: AnyCommand<C>, wire: Wire, record: string | undefined): Wire {
  const place = record && placeOf(command, record);
  return !place || wire[place] ? wire : { ...wire, [place]: record };
}

/** The names of commands, in a thread also without the word for its record: `won` and `chốt` for `deal won`. */
export function namesIn<C>(registry: Registry<C>, record?: string): ReadonlyMap<string, CommandId> {
  const names = nameTable(registry);
  if (!record) return names;
  const about = [...names].filter(([, id]) => placeOf(registry[id], record));
  const shows = new Set(about.map(([, id]) => id).filter((id) => id.endsWith('.show')));
  const nouns = [...shows].flatMap((id) => locales.flatMap((locale) => namesOf(locale, id).map(spoken)));
  const short = about.flatMap(([name, id]) =>
    nouns.flatMap((noun): [string, CommandId][] => {
      if (name.startsWith(`${noun} `)) return [[name.slice(noun.length + 1), id]];
      return name.endsWith(` ${noun}`) ? [[name.slice(0, -noun.length - 1), id]] : [];
    }),
  );
  return new Map([...names, ...short]);
}

const requiredLookups = <C>(command: AnyCommand<C>) =>
  (Object.entries(command.fields) as [string, Field<unknown, C>][]).filter(
    ([, { required, lookup }]) => required && lookup,
  );
