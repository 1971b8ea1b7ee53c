import type { Key } from '../../i18n/index.ts';

type FieldName = Key extends infer K ? (K extends `field.${infer Name}` ? Name : never) : never;

/** How a value is read, kept, shown and compared. */
export type Sort =
  | 'text'
  /** One of a few values, each with a sentence `choice.<name>.<value>`. */
  | 'choice'
  | 'list'
  | 'count'
  | 'money'
  | 'day'
  | 'phones'
  | 'emails'
  | 'member'
  | 'company';

export interface Attribute {
  readonly sort: Sort;
  /** The column (for money beside `<column>Currency`, for links with `Id` behind it), where it is called otherwise. */
  readonly column?: string;
}

const text = { sort: 'text' } as const;
const list = { sort: 'list' } as const;
const phone = { sort: 'phones' } as const;
const email = { sort: 'emails' } as const;
const owner = { sort: 'member', column: 'owner' } as const;
const tags = { tags: list, tier: { sort: 'choice' }, note: text } as const;

/**
 * What is known of a customer or a lead, in the order in which it is asked and shown. Forms, edits, cards, filters,
 * imports and exports all go by it; fields that an admin has added come behind.
 */
export const attributes = {
  company: {
    name: text,
    shortName: text,
    industry: text,
    industries: list,
    phone,
    email,
    website: text,
    address: text,
    region: text,
    country: text,
    employees: { sort: 'count' },
    revenue: { sort: 'money' },
    taxCode: text,
    ...tags,
    owner,
    parent: { sort: 'company' },
    branches: list,
    fax: text,
    social: list,
    legal: text,
    bank: text,
    paymentTerms: text,
    receivable: { sort: 'money' },
    receivableDue: { sort: 'day' },
  },
  contact: {
    name: text,
    company: { sort: 'company' },
    phone,
    email,
    jobTitle: { sort: 'text', column: 'title' },
    duty: { sort: 'choice' },
    address: text,
    region: text,
    birthday: { sort: 'day' },
    gender: { sort: 'choice' },
    interests: list,
    ...tags,
    owner,
  },
  lead: {
    name: text,
    source: { sort: 'choice' },
    phone,
    email,
    company: { sort: 'text', column: 'companyName' },
    owner,
    industry: text,
    employees: { sort: 'count' },
    region: text,
    tags: list,
    note: text,
  },
} as const satisfies Record<string, Partial<Record<FieldName, Attribute>>>;

/** The kinds of record that have a profile. */
export type Profiled = keyof typeof attributes;

export const attributesOf = (kind: Profiled): Readonly<Record<string, Attribute>> => attributes[kind];

/** Values of a choice, each with a sentence `choice.<name>.<value>`. */
export const choices = {
  tier: ['potential', 'consulting', 'customer', 'vip'],
  duty: ['decides', 'influences', 'buys', 'accounts', 'technical', 'uses', 'other'],
  gender: ['female', 'male', 'other'],
} as const;
