import type { Reach } from '../../lib/reach.ts';
import { attributesOf, type Profiled } from './attributes.ts';
import type { Said } from './columns.ts';
import { profileOf, type Value } from './values.ts';

/** What a stored row gains from what is said of it elsewhere: where it says nothing yet, and what its lists lack. */
export function gained(kind: Profiled, row: Readonly<Record<string, unknown>>, said: Said): Said {
  const held = row.custom as Readonly<Record<string, unknown>>;
  const custom = Object.entries(said).filter(([name]) => /^x\d+$/.test(name) && !(name.slice(1) in held));
  const own = profileOf(kind, row).flatMap(({ name, value }) => {
    const { sort, column = name }: { sort: string; column?: string } = attributesOf(kind)[name] ?? {
      sort: '',
    };
    const present = sort === 'member' || sort === 'company' ? row[`${column}Id`] : value;
    const more = moreThan(present as Value, said[name]);
    return more === undefined ? [] : [[name, more] as const];
  });
  return Object.fromEntries([...own, ...custom]);
}

function moreThan(present: Value, said: unknown): unknown {
  if (said === null || said === undefined) return undefined;
  if (present === null) return Array.isArray(said) && said.length === 0 ? undefined : said;
  if (!Array.isArray(said) || !Array.isArray(present)) return undefined;
  const known = new Set(present.map(keyOf));
  const more = said.filter((one) => !known.has(keyOf(one)));
  return more.length ? [...present, ...more] : undefined;
}

/** A number or an address is the same one whatever it is labelled. */
const keyOf = (one: string | Reach) => (typeof one === 'string' ? one : one.value);
