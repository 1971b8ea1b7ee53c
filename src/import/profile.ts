import {
  type Attribute,
  attributes,
  attributesOf,
  choices,
  type Profiled,
} from '../crm/attributes/attributes.ts';
import { columnsOf, reachesOf, type Said } from '../crm/attributes/columns.ts';
import { customColumn } from '../crm/custom/fields.ts';
import { fold } from '../lib/fold.ts';
import type { Money } from '../lib/money/index.ts';
import type { Reach } from '../lib/reach.ts';
import { type Cell, choice, count, day, emails, list, money, named, past, phones, text } from './cells.ts';
import type { Datum, Values } from './shelf.ts';
import { called } from './words.ts';

interface Reads {
  text: string;
  choice: string;
  list: string[];
  count: number;
  money: Money;
  day: string;
  phones: Reach[];
  emails: Reach[];
  member: string;
  company: string;
}

type ProfileCells<K extends Profiled> = {
  readonly [N in keyof (typeof attributes)[K]]: (typeof attributes)[K][N] extends Attribute
    ? Cell<Reads[(typeof attributes)[K][N]['sort']]>
    : never;
};

/** How the columns of what is known of a customer or a lead are read: by the table of attributes. */
export function profileCells<K extends Profiled>(kind: K): ProfileCells<K> {
  const cells = Object.entries(attributesOf(kind)).map(([name, attribute]) => [
    name,
    cellFor(kind, name, attribute),
  ]);
  return Object.fromEntries(cells) as ProfileCells<K>;
}

const longer: Readonly<Record<string, number>> = { note: 2000, address: 300, website: 300, legal: 300 };

function cellFor(kind: Profiled, name: string, { sort }: Attribute): Cell<unknown> {
  switch (sort) {
    case 'choice': {
      const values: readonly string[] = name in choices ? choices[name as keyof typeof choices] : [];
      return choice<string>(called(`choice.${name}`, values));
    }
    case 'list':
      return list;
    case 'count':
      return count;
    case 'money':
      return money;
    case 'day':
      return name === 'birthday' ? past : day;
    case 'phones':
      return phones;
    case 'emails':
      return emails;
    case 'text':
      if (name === 'name' && kind !== 'company') return named;
      return name === 'address' ? { ...text(300), several: 'list' } : text(longer[name] ?? 200);
    case 'member':
    case 'company':
      return text(200);
  }
}

/** The row of a new customer or lead, with all the columns that an import may fill. */
export const newProfile = (kind: Profiled, name: string, now: Date): Values => ({
  ...columns(kind, Object.fromEntries(Object.keys(attributes[kind]).map((attribute) => [attribute, null]))),
  name,
  folded: fold(name),
  custom: {},
  createdAt: now.toISOString(),
});

/**
 * What a row says of a profile, as columns; links to other records aside. Numbers and addresses that the record holds
 * and the row does not name stay behind those it names.
 */
export function profileColumns(kind: Profiled, said: Said, held: Values): Values {
  const whole = { ...said };
  for (const [name, { sort, column = name }] of Object.entries(attributesOf(kind)))
    if ((sort === 'phones' || sort === 'emails') && said[name])
      whole[name] = merged(
        said[name] as Reach[],
        reachesOf(held[column] as string | null, held[`${column}s`]),
      );
  return { ...columns(kind, whole), ...customColumn(said, held.custom) };
}

function merged(said: readonly Reach[], held: readonly Reach[]): Reach[] {
  const same = (a: Reach) => (b: Reach) => a.value.toLowerCase() === b.value.toLowerCase();
  const named = said.map((reach) => (reach.label ? reach : (held.find(same(reach)) ?? reach)));
  return [...named, ...held.filter((reach) => !said.some(same(reach)))];
}

/** As JSON has them. */
function columns(kind: Profiled, said: Said): Values {
  const made = Object.entries(columnsOf(kind, said));
  return Object.fromEntries(
    made.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : (value as Datum)]),
  );
}
