import type { Fact } from '../chat/card.ts';
import type { Profiled, Sort } from '../crm/attributes/attributes.ts';
import { type Linked, profileOf, type Value } from '../crm/attributes/values.ts';
import { code } from '../crm/codes.ts';
import type { Ctx } from '../crm/context.ts';
import type { CustomField, CustomValue } from '../crm/custom/fields.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { formatDay } from '../lib/dates/index.ts';
import { formatMoney, formatNumber } from '../lib/format.ts';
import type { Money } from '../lib/money/index.ts';
import { formatPhone } from '../lib/phone.ts';
import { formatList, formatReaches, type Reach } from '../lib/reach.ts';
import { fact } from './parts.ts';

/** Who tells: in which language, and with which fields that admins have added. */
export type Teller = Pick<Ctx, 't' | 'custom'>;

/** What a record says of itself, a fact for each attribute that says something; `without` are told elsewhere. */
export function profileFacts(
  t: Translator,
  kind: Profiled,
  record: object & { readonly custom: unknown },
  fields: readonly CustomField[],
  without: readonly string[] = [],
): Fact[] {
  return [
    ...profileOf(kind, record)
      .filter(({ name, value }) => value !== null && name !== 'name' && !without.includes(name))
      .flatMap(({ name, sort, value }) => fact(t.say(`field.${name}` as Key), shownAs(t, name, sort, value))),
    ...customFacts(t, record.custom, fields),
  ];
}

/** A value as a person reads it. */
export function shownAs(t: Translator, name: string, sort: Sort, value: Value): string {
  switch (sort) {
    case 'list':
      return formatList(value as string[]);
    case 'money':
      return formatMoney(value as Money, t.locale);
    case 'day':
      return formatDay(value as string, t.locale);
    case 'count':
      return formatNumber(value as number, t.locale);
    case 'phones':
      return formatReaches(value as Reach[], (phone) => formatPhone(phone, t.locale));
    case 'emails':
      return formatReaches(value as Reach[]);
    case 'member':
      return (value as Linked).name;
    case 'company':
      return `${(value as Linked).name} (${code('company', (value as Linked).id)})`;
    case 'choice': {
      const key = `choice.${name}.${value}`;
      return t.has(key) ? t.say(key) : String(value);
    }
    case 'text':
      return String(value);
  }
}

/** What a record says in the fields that an admin has added. */
export function customFacts(t: Translator, custom: unknown, fields: readonly CustomField[]): Fact[] {
  const held = custom as Readonly<Record<string, CustomValue>>;
  return fields.flatMap((field) => fact(field.name, customShown(t, field, held[field.id])));
}

export function customShown(
  t: Translator,
  { kind }: Pick<CustomField, 'kind'>,
  value: CustomValue | undefined,
): string | null {
  if (value === undefined) return null;
  if (typeof value === 'object') return formatMoney(value, t.locale);
  if (kind === 'DAY') return formatDay(value, t.locale);
  if (kind === 'YESNO') return t(value === 'yes' ? 'choice.yes' : 'choice.no');
  return kind === 'NUMBER' ? formatNumber(value, t.locale, 10) : value;
}
