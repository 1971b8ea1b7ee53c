import type { Money } from '../../lib/money/index.ts';
import type { Reach } from '../../lib/reach.ts';
import { attributesOf, type Profiled, type Sort } from './attributes.ts';
import { reachesOf } from './columns.ts';

/** A link to another record, as the record's view has it. */
export interface Linked {
  readonly id: number;
  readonly name: string;
}

/** What a record says of one attribute; null where it says nothing. */
export type Value = string | number | readonly string[] | Money | readonly Reach[] | Linked | null;

export interface Profile {
  readonly name: string;
  readonly sort: Sort;
  readonly value: Value;
}

/** What a record says, attribute by attribute: the inverse of `columnsOf`, for a row with its links. */
export function profileOf(kind: Profiled, row: object): Profile[] {
  const record = row as Readonly<Record<string, unknown>>;
  return Object.entries(attributesOf(kind)).map(([name, { sort, column = name }]) => ({
    name,
    sort,
    value: valueIn(sort, column, record),
  }));
}

/** What a row says in the columns of one attribute. */
export function valueIn(sort: Sort, column: string, row: Readonly<Record<string, unknown>>): Value {
  const raw = row[column] ?? null;
  switch (sort) {
    case 'money':
      return raw === null ? null : { amount: String(raw), currency: String(row[`${column}Currency`]) };
    case 'day':
      return raw === null ? null : (raw as Date).toISOString().slice(0, 10);
    case 'phones':
    case 'emails': {
      const reaches = reachesOf(raw as string | null, row[`${column}s`]);
      return reaches.length ? reaches : null;
    }
    case 'list':
      return (raw as string[] | null)?.length ? (raw as string[]) : null;
    case 'text':
    case 'choice':
    case 'count':
    case 'member':
    case 'company':
      return raw as Value;
  }
}
