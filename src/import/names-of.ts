import { type Key, locales, translator } from '../i18n/index.ts';
import { fold } from '../lib/fold.ts';
import type { Cells } from './cells.ts';
import { synonyms } from './synonyms.ts';

/** The field that a name means, and how surely: 0 is the field's own name. */
export interface Meant {
  readonly field: string;
  readonly rank: number;
}

/** A name without case, accents, spaces and punctuation: `First Name`, `first_name` and `FirstName` are one. */
export const bare = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

/** Fields that the catalogue calls otherwise. */
export const labels: Readonly<Record<string, string>> = { expectedCloseOn: 'close' };

/** What each field is called: by its own name, its labels in all languages, their aliases, and elsewhere. */
export function namesOf(cells: Cells, kind: string): ReadonlyMap<string, Meant> {
  const meant = new Map<string, Meant>();
  const ways = [
    (field: string) => [field],
    (field: string) => [cells[field]?.called ?? '', ...said('field', field), ...said('import.field', field)],
    (field: string) => said('keys', field).flatMap((names) => names.split(',')),
    (field: string) => synonyms(kind, field),
  ];
  let rank = 0;
  for (const way of ways)
    for (const field of Object.keys(cells))
      for (const name of way(field).map(bare))
        if (name && !meant.has(name)) meant.set(name, { field, rank: rank++ });
  return meant;
}

function said(prefix: string, field: string): string[] {
  const key = `${prefix}.${labels[field] ?? field}`;
  return locales.flatMap((locale) => {
    const t = translator(locale);
    return t.has(key) ? [t.say(key as Key)] : [];
  });
}

/** Whether a column is called no more than the field itself. */
export const isPlain = (field: string, column: string) =>
  [field, ...said('field', field)].some((name) => bare(name) === bare(column));

/** Parts of a name that together are a whole one, in the order in which they are said. */
export const nameParts = [
  ['ho', 'hodem', 'tendem', 'ten'],
  ['firstname', 'middlename', 'lastname'],
  ['givenname', 'familyname'],
  ['ho', 'hovatendem', 'ten'],
] as const;

export const isNamePart = (column: string) =>
  nameParts.some((parts) => (parts as readonly string[]).includes(bare(column)));
