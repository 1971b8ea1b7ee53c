import { fold } from '../../lib/fold.ts';
import type { Money } from '../../lib/money/index.ts';
import type { Reach } from '../../lib/reach.ts';
import { attributesOf, type Profiled, type Sort } from './attributes.ts';

/** What somebody says of a record, by the attributes' names: undefined leaves as it is, null clears. */
export type Said = Readonly<Record<string, unknown>>;

/** What was said as columns of the record's table. */
export function columnsOf(kind: Profiled, said: Said): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [name, { sort, column = name }] of Object.entries(attributesOf(kind)))
    if (said[name] !== undefined) Object.assign(columns, columnsFor(sort, column, said[name]));
  if (typeof columns.name === 'string') columns.folded = fold(columns.name);
  return columns;
}

/** The same field by field; a custom field is a column by itself. */
export const fieldsOf = (kind: Profiled, said: Said): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(said)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        Object.hasOwn(attributesOf(kind), name) ? columnsOf(kind, { [name]: value }) : { [name]: value },
      ]),
  );

function columnsFor(sort: Sort, column: string, value: unknown): Record<string, unknown> {
  switch (sort) {
    case 'list':
      return { [column]: value ?? [] };
    case 'money': {
      const money = value as Money | null;
      return { [column]: money?.amount ?? null, [`${column}Currency`]: money?.currency ?? null };
    }
    case 'day':
      return { [column]: value ? new Date(value as string) : null };
    case 'phones':
    case 'emails': {
      const reaches = (value ?? []) as readonly Reach[];
      const [first, ...others] = reaches;
      // The first stands in its own column, indexed; the list holds its label where it has one.
      return { [column]: first?.value ?? null, [`${column}s`]: first?.label ? reaches : others };
    }
    case 'member':
    case 'company':
      return { [`${column}Id`]: (value as { id: number } | null)?.id ?? null };
    case 'text':
    case 'choice':
    case 'count':
      return { [column]: value };
  }
}

/** All numbers or addresses of a record, the first first: the inverse of what `columnsOf` writes. */
export function reachesOf(first: string | null, others: unknown): Reach[] {
  const list = Array.isArray(others) ? (others as readonly Reach[]) : [];
  if (first === null) return [...list];
  const own = list.find(({ value }) => value === first);
  return [own ?? { value: first }, ...list.filter((reach) => reach !== own)];
}
