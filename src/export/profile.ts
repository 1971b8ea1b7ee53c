import type { Profiled } from '../crm/attributes/attributes.ts';
import { type Linked, type Profile, profileOf } from '../crm/attributes/values.ts';
import type { Money } from '../lib/money/index.ts';
import { formatPhone } from '../lib/phone.ts';
import { formatReaches, type Reach, typedList } from '../lib/reach.ts';
import type { Namer } from './names.ts';

/** Cells by the names of their columns. */
export type Cells = Readonly<Record<string, string>>;

/** What a record says of itself, by the names that an import has for it. */
export function profileCells(kind: Profiled, row: object, company: Namer, member: Namer): Cells {
  const profile = profileOf(kind, row);
  const amounts = profile.flatMap(({ sort, value }) => (sort === 'money' && value ? [value as Money] : []));
  // A row has one column for the currency of its amounts; an amount in another says so itself.
  const currency = amounts[0]?.currency ?? '';
  const cells = profile.flatMap((said) => Object.entries(cellsOf(said, currency, company, member)));
  return Object.fromEntries(cells.map(([name, cell]) => [name === 'jobTitle' ? 'title' : name, cell]));
}

function cellsOf({ name, sort, value }: Profile, currency: string, company: Namer, member: Namer): Cells {
  switch (sort) {
    case 'list':
      return { [name]: typedList((value ?? []) as string[]) };
    case 'money': {
      const money = value as Money | null;
      const own = money && money.currency !== currency ? ` ${money.currency}` : '';
      return { [name]: money ? money.amount + own : '', currency };
    }
    case 'phones':
    case 'emails': {
      const reaches = (value ?? []) as Reach[];
      const one = (text: string) => (sort === 'phones' ? formatPhone(text, 'en') : text);
      const [first] = reaches;
      // The first alone, as everybody's files have it; all of them with what they are where there is more to say.
      const more = reaches.length > 1 || first?.label;
      return { [name]: first ? one(first.value) : '', [`${name}s`]: more ? formatReaches(reaches, one) : '' };
    }
    case 'member':
      return { [name]: member(value as Linked | null) };
    case 'company':
      return { [name]: company(value as Linked | null) };
    case 'text':
    case 'choice':
    case 'count':
    case 'day':
      return { [name]: value === null ? '' : String(value) };
  }
}
