import type { AnyCommand, CommandId, Registry } from '../../chat/command.ts';
import type { Field } from '../../chat/field.ts';
import { labelOf } from '../../chat/form.ts';
import { namesOf } from '../../chat/names.ts';
import { moreKey } from '../../chat/wire.ts';
import { type Locale, translator } from '../../i18n/index.ts';
import { limits } from './limits.ts';

/** What Discord takes as a name: one word, small letters of any alphabet. */
const pattern = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** `deal.add` is `/deal add`, `find` is `/find`. Where `kpi` is a command too, `kpi.how` is `/kpi-how`. */
export function pathOf<C>(registry: Registry<C>, id: CommandId): [string, string?] {
  const [group = id, ...rest] = id.split('.');
  if (rest.length === 0) return [slug(group)];
  return group in registry ? [slug(id.replaceAll('.', ' '))] : [slug(group), slug(rest.join(' '))];
}

/** The same path in another language: its first name there, when it has as many words that Discord takes. */
export function pathsIn<C>(locale: Locale, registry: Registry<C>, id: CommandId): string[] | undefined {
  const { length } = pathOf(registry, id);
  const shown = namesOf(locale, id)[0] ?? '';
  const words = length === 1 ? [slug(shown)] : shown.split(/\s+/).map(slug);
  return words.length === length && words.every((word) => pattern.test(word)) ? words : undefined;
}

/** The translation that all commands of a group agree on, where it is another word. */
export function localised(names: readonly (string | undefined)[], name: string): string | undefined {
  const [first] = names;
  return first !== name && names.every((one) => one === first) ? first : undefined;
}

export interface FieldName {
  /** The field's name in the registry, or `_more`. */
  readonly field: string;
  /** The option's name on Discord. */
  readonly option: string;
  readonly translated?: string;
}

/**
 * The options of a command: what is typed without a key first. At most 25; where there are more, or admins may add
 * some, the last is for all others.
 */
export function fieldNames<C>(command: AnyCommand<C>): FieldName[] {
  const t = translator('vi');
  const fields = Object.entries(command.fields) as [string, Field<unknown, never>][];
  const shown = fields.filter(([, field]) => !field.hidden).map(([name]) => name);
  const order = [...command.positional, ...shown.filter((name) => !command.positional.includes(name))];
  const labels = order.map((name) => slug(labelOf(t, name, command.fields[name])));
  const others = order.length > limits.commandOptions || command.custom !== undefined;
  const own = order.slice(0, limits.commandOptions - (others ? 1 : 0)).map((field, i) => {
    const translated = labels[i] ?? '';
    const usable = pattern.test(translated) && labels.indexOf(translated) === labels.lastIndexOf(translated);
    const option = slug(field.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`));
    return { field, option, ...(usable && translated !== option && { translated }) };
  });
  return others ? [...own, { field: moreKey, option: 'more', translated: t('discord.more') }] : own;
}

function slug(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.]+/g, '-');
}
