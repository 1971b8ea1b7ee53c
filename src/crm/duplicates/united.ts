import { fold } from '../../lib/fold.ts';
import type { Reach } from '../../lib/reach.ts';
import { attributesOf, type Profiled, type Sort } from '../attributes/attributes.ts';
import { columnsOf } from '../attributes/columns.ts';
import { type Profile, profileOf, type Value } from '../attributes/values.ts';
import type { Row } from '../changes/record.ts';
import { leadRest } from './lead-rest.ts';

/**
 * The columns of a record into which another of its kind is merged: what it says itself, but for the attributes and
 * custom fields in `take`; what it does not say from the other; lists of both.
 */
export function united(kind: Profiled, keep: Row, other: Row, take: ReadonlySet<string>): Row {
  const theirs = new Map(profiles(kind, other).map((profile) => [profile.name, profile.value]));
  const said = profiles(kind, keep).flatMap(({ name, sort, value }) => {
    const one = oneOf(sort, value, theirs.get(name) ?? null, take.has(name));
    return JSON.stringify(one) === JSON.stringify(value) ? [] : [[name, one] as const];
  });
  return {
    ...columnsOf(kind, Object.fromEntries(said)),
    ...(kind === 'lead' && leadRest(keep, other, new Set(said.map(([name]) => name)))),
    custom: customOf(keep.custom as Row, other.custom as Row, take),
    createdAt: [keep.createdAt as Date, other.createdAt as Date].sort((a, b) => a.getTime() - b.getTime())[0],
  };
}

function oneOf(sort: Sort, own: Value, theirs: Value, taken: boolean): Value {
  if (own === null || theirs === null) return own ?? theirs;
  switch (sort) {
    case 'list':
      return unique([...(own as string[]), ...(theirs as string[])], fold);
    case 'phones':
    case 'emails':
      return unique([...(own as Reach[]), ...(theirs as Reach[])], ({ value }) => value.toLowerCase());
    default:
      return taken ? theirs : own;
  }
}

const unique = <T>(all: readonly T[], keyOf: (one: T) => string): T[] =>
  [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();

function customOf(own: Row, theirs: Row, take: ReadonlySet<string>): Row {
  const taken = Object.entries(theirs).filter(([id]) => take.has(`x${id}`));
  return { ...theirs, ...own, ...Object.fromEntries(taken) };
}

/** What a row says; a link as the number it holds. */
function profiles(kind: Profiled, row: Row): Profile[] {
  const links = Object.entries(attributesOf(kind)).flatMap(([name, { sort, column = name }]) =>
    sort === 'member' || sort === 'company'
      ? [[column, row[`${column}Id`] === null ? null : { id: row[`${column}Id`] }]]
      : [],
  );
  return profileOf(kind, { ...row, ...Object.fromEntries(links) });
}
