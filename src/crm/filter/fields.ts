import { type Key, locales, type Translator, translator } from '../../i18n/index.ts';
import { attributesOf, choices, type Sort } from '../attributes/attributes.ts';
import type { Kind } from '../codes.ts';
import { type CustomField, customFieldsOf, customName } from '../custom/fields.ts';
import { needs } from '../deals/needs.ts';
import { sources } from '../leads/sources.ts';
import { authorities, interests } from '../leads/states.ts';
import { departments } from '../pipelines/departments.ts';
import { plainly } from './parse.ts';

/** Something that can be asked of a record in a filter. */
export interface FilterField {
  readonly name: string;
  readonly sort:
    | Sort
    | 'moment'
    | 'closed'
    | 'stage'
    | 'department'
    | 'needs'
    | 'contact'
    | 'product'
    | 'number'
    | 'yesno';
  /** The column as the schema calls it (see `Attribute`), for one that an admin has added its number. */
  readonly column: string | number;
  /** The column of an amount's currency, where it is not `<column>Currency`. */
  readonly currency?: string;
  /** What it is called where that is not in the catalogue. */
  readonly label?: string;
  /** A list of further values. */
  readonly further?: string;
  /** Of a choice: what is kept, and the words for each. Others than these may be kept where it is `open`. */
  readonly options?: readonly { readonly value: string; readonly words: readonly string[] }[];
  readonly open?: true;
  /** Is asked of the leads or deals that are linked to the record: one that fits is enough. */
  readonly of?: readonly ('lead' | 'deal')[];
}

const statuses = ['NEW', 'WORKING', 'MQL', 'SQL', 'CONVERTED', 'DISQUALIFIED'] as const;
const created = { name: 'created', sort: 'moment', column: 'createdAt' } as const;
const source = { name: 'source', sort: 'choice', column: 'source', open: true } as const;
const stage = { name: 'stage', sort: 'stage', column: 'id' } as const;
const department = { name: 'department', sort: 'department', column: 'id' } as const;
/** For what somebody has to look after a deal. */
const needing = { name: 'needs', sort: 'needs', column: 'id' } as const;
const product = { name: 'product', sort: 'product', column: 'product' } as const;

/** Where a customer came from, what they want and whether they bought. */
const history = [
  { ...source, of: ['lead', 'deal'] },
  { ...product, of: ['deal'] },
  { ...stage, of: ['deal'] },
] as const;

/** What is asked of a deal, and of the others besides their attributes. */
const own: Readonly<Record<Kind, readonly FilterField[]>> = {
  deal: [
    { name: 'title', sort: 'text', column: 'title' },
    { name: 'amount', sort: 'money', column: 'amount', currency: 'currency' },
    stage,
    department,
    { name: 'owner', sort: 'member', column: 'owner' },
    { name: 'company', sort: 'company', column: 'company' },
    { name: 'contact', sort: 'contact', column: 'contact' },
    product,
    source,
    { name: 'close', sort: 'day', column: 'expectedCloseOn' },
    { name: 'closed', sort: 'closed', column: 'id' },
    needing,
    created,
  ],
  lead: [
    { name: 'status', sort: 'choice', column: 'status' },
    { name: 'need', sort: 'text', column: 'need' },
    { name: 'interest', sort: 'choice', column: 'interest' },
    { name: 'budget', sort: 'money', column: 'budget' },
    { name: 'decision', sort: 'day', column: 'decisionOn' },
    { name: 'authority', sort: 'choice', column: 'authority' },
    created,
  ],
  contact: [...history, created],
  company: [...history, created],
};

/** All that a filter may ask of a kind of record, with the fields that admins have added. */
export function filterFields(kind: Kind, custom: readonly CustomField[]): FilterField[] {
  const attributes = kind === 'deal' ? [] : Object.entries(attributesOf(kind));
  const known = attributes.map(([name, { sort, column = name }]): FilterField => {
    // A lead's source may be one that an import brought.
    if (name === 'source') return source;
    return {
      name,
      sort,
      column,
      ...(name === 'industry' && kind === 'company' && { further: 'industries' }),
    };
  });
  return [...[...known, ...own[kind]].map(withOptions), ...customFieldsOf(custom, kind).map(added)];
}

/** What a field is called by who reads it. */
export const labelOf = (t: Translator, { name, label }: FilterField) =>
  label ?? t.say(`field.${name}` as Key);

/** The fields by everything they are called, in every language. */
export function keysOf(fields: readonly FilterField[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { name, label } of fields) {
    const others = label ? [label] : locales.flatMap((locale) => called(locale, name));
    for (const key of [...others, name].map(plainly))
      for (const spelt of [key, key.replaceAll(' ', '')]) if (!keys.has(spelt)) keys.set(spelt, name);
  }
  return keys;
}

function called(locale: (typeof locales)[number], name: string): string[] {
  return [translator(locale).say(`field.${name}` as Key), ...listed(locale, `keys.${name}`)];
}

/** What else people call it, where there is more. */
function listed(locale: (typeof locales)[number], key: string): string[] {
  const t = translator(locale);
  return t.has(key) ? t.say(key as Key).split(',') : [];
}

/** What a deal needs that is called exactly so. */
export function needCalled(words: string): string | undefined {
  const wanted = plainly(words);
  const options = withOptions(needing).options ?? [];
  return options.find((option) => option.words.some((word) => plainly(word) === wanted))?.value;
}

function withOptions(field: FilterField): FilterField {
  if (!['choice', 'department', 'needs'].includes(field.sort)) return field;
  const values =
    {
      ...{ ...choices, source: sources, status: statuses, interest: interests, authority: authorities },
      department: departments,
      needs,
    }[field.name] ?? [];
  const words = (value: string) => {
    const label = `choice.${field.name}.${value.toLowerCase()}`;
    return [
      ...locales.map((locale) => translator(locale).say(label as Key)),
      ...locales.flatMap((locale) => listed(locale, `also.${label}`)),
    ];
  };
  return { ...field, options: values.map((value) => ({ value, words: [value, ...words(value)] })) };
}

const sorts = {
  TEXT: 'text',
  NUMBER: 'number',
  MONEY: 'money',
  DAY: 'day',
  CHOICE: 'choice',
  YESNO: 'yesno',
} as const;

const added = (field: CustomField): FilterField => ({
  name: customName(field),
  sort: sorts[field.kind],
  column: field.id,
  label: field.name,
  ...(field.kind === 'CHOICE' && { options: field.options.map((value) => ({ value, words: [value] })) }),
});
