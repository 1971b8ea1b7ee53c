import { type Key, locales, translator } from '../i18n/index.ts';
import { refuse } from '../i18n/refusal.ts';
import { fold, nearest } from '../lib/fold.ts';
import { shown } from './cells.ts';
import type { Kind } from './kinds/kind.ts';
import type { Options } from './options.ts';

/** Where each field stands in the file. */
export interface Columns {
  readonly header: readonly string[];
  /** Field → place of its column. */
  readonly places: ReadonlyMap<string, number>;
  /** Columns that no field reads. */
  readonly unused: readonly string[];
}

/**
 * Finds the column of each field: the one that `--map` names, else the one that is named like the field or its
 * label in any language. Refuses when a column is there twice or one that is needed is not there.
 */
export function findColumns(header: readonly string[], kind: Kind, options: Options): Columns {
  const twice = header.find((name, i) => name && header.indexOf(name) !== i);
  if (twice) refuse('import.columns.twice', { column: shown(twice) });
  const fields = Object.keys(kind.cells);
  const columns = header.filter(Boolean).map(shown).join(', ');
  const places = new Map<string, number>();
  for (const field of fields) {
    const place = header.findIndex((name) => namesOf(field).has(bare(name)));
    if (place >= 0) places.set(field, place);
  }
  for (const [field, column] of options.map) {
    if (!fields.includes(field)) unknownField(field, fields);
    const exact = header.indexOf(column);
    const place = exact >= 0 ? exact : header.findIndex((name) => fold(name) === fold(column));
    if (place < 0) refuse('import.columns.none', { column: shown(column), columns });
    places.set(field, place);
  }
  for (const field of options.values.keys()) if (!fields.includes(field)) unknownField(field, fields);
  const missing = kind.required.find((field) => !places.has(field) && !options.values.has(field));
  if (missing) refuse('import.columns.missing', { field: missing, columns });
  if (places.size === 0) refuse('import.columns.nothing', { fields: fields.join(', '), columns });
  const used = new Set(places.values());
  return { header, places, unused: header.filter((name, i) => name && !used.has(i)) };
}

const bare = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

function namesOf(field: string): Set<string> {
  const key = `field.${field}`;
  const labels = locales.flatMap((locale) => {
    const t = translator(locale);
    return t.has(key) ? [t.say(key as Key)] : [];
  });
  return new Set([field, ...labels].map(bare));
}

function unknownField(field: string, fields: readonly string[]): never {
  const near = nearest(field, fields);
  return refuse('import.field', {
    field: shown(near ? `${field} (${near}?)` : field),
    fields: fields.join(', '),
  });
}
