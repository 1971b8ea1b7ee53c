import type { Translator } from '../i18n/index.ts';
import { refuse } from '../i18n/refusal.ts';
import { fold, nearest } from '../lib/fold.ts';
import { type Cells, shown } from './cells.ts';
import type { Kind } from './kinds/kind.ts';
import { fieldLabel } from './labels.ts';
import type { Manner } from './manner.ts';
import { bare, type Meant, nameParts, namesOf } from './names-of.ts';
import { presetMeanings, presetPlaces, presets, recognisedPreset } from './presets/index.ts';

/** Where each field stands in the file. */
export interface Columns {
  readonly header: readonly string[];
  /** Of all fields. */
  readonly cells: Cells;
  /** Field → places of its columns, the most telling first. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Field → folded value of the file → the value that is meant. */
  readonly meanings: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The system whose export it is. */
  readonly preset: string | undefined;
  /** Columns that no field reads. */
  readonly unused: readonly string[];
}

/**
 * Finds the columns of each field: the one that `--map` names, else those that are named like the field or what it is
 * called anywhere. Refuses when a column is there twice or one that is needed is not there.
 */
export function findColumns(
  header: readonly string[],
  kind: Kind,
  manner: Pick<Manner, 'kind' | 'map' | 'ignored' | 'values' | 'preset'>,
): Columns {
  noneTwice(header);
  const fields = Object.keys(kind.cells);
  const columns = header.filter(Boolean).map(shown).join(', ');
  const names = namesOf(kind.cells, manner.kind);
  const fieldOf = (text: string) => names.get(bare(text))?.field ?? unknownField(text, fields);
  const placeOf = (column: string) => {
    const exact = header.indexOf(column);
    const place = exact >= 0 ? exact : header.findIndex((name) => fold(name) === fold(column));
    return place >= 0 ? place : refuse('import.columns.none', { column: shown(column), columns });
  };
  const places = new Map<string, readonly number[]>();
  for (const [field, column] of manner.map) {
    const name = fieldOf(field);
    places.set(name, [...(places.get(name) ?? []), placeOf(column)]);
  }
  const ignored = manner.ignored.map(placeOf);
  const taken = () => new Set([...ignored, ...[...places.values()].flat()]);
  const preset = manner.preset ? presets[manner.preset] : recognisedPreset(header);
  const add = (all: ReadonlyMap<string, readonly number[]>) => {
    const before = taken();
    for (const [field, found] of all) {
      const free = found.filter((place) => !before.has(place));
      if (!places.has(field) && free.length && field in kind.cells) places.set(field, free);
    }
  };
  if (preset) add(presetPlaces(preset, manner.kind, header));
  add(recognised(header, kind, names, taken()));
  const meanings = preset ? presetMeanings(preset, manner.kind) : new Map<string, Map<string, string>>();
  for (const [name, from, to] of manner.values) {
    const field = fieldOf(name);
    meanings.set(field, new Map([...(meanings.get(field) ?? []), [from, to]]));
  }
  const missing = kind.required.find((field) => !places.has(field) && !meanings.has(field));
  const labelOf = (field: string) => (t: Translator) => fieldLabel(t, kind.cells, field);
  if (missing) refuse('import.columns.missing', { field: missing, label: labelOf(missing), columns });
  if (places.size === 0) {
    const labels = (t: Translator) => fields.map((field) => labelOf(field)(t)).join(', ');
    refuse('import.columns.nothing', { fields: labels, columns });
  }
  const used = new Set([...places.values()].flat());
  return {
    header,
    cells: kind.cells,
    places,
    meanings,
    preset: preset?.name,
    unused: header.filter((name, i) => name && !used.has(i)),
  };
}

/** Refuses a header that has two columns of one name. */
export function noneTwice(header: readonly string[]): void {
  const twice = header.find((name, i) => name && header.indexOf(name) !== i);
  if (twice) refuse('import.columns.twice', { column: shown(twice) });
}

/** The columns that are named like a field; of a field that takes one only the one that is named most like it. */
function recognised(
  header: readonly string[],
  { cells }: Kind,
  names: ReadonlyMap<string, Meant>,
  taken: ReadonlySet<number>,
): Map<string, readonly number[]> {
  const found = new Map<string, { place: number; rank: number }[]>();
  for (const [place, name] of header.entries()) {
    const meant = names.get(bare(name));
    if (!meant || taken.has(place)) continue;
    found.set(meant.field, [...(found.get(meant.field) ?? []), { place, rank: meant.rank }]);
  }
  const places = new Map<string, readonly number[]>();
  for (const [field, list] of found) {
    const sorted = list.toSorted((a, b) => a.rank - b.rank).map(({ place }) => place);
    const { several } = cells[field] ?? {};
    places.set(field, several && several !== 'words' ? sorted : sorted.slice(0, 1));
  }
  const parts = partsOf(header, taken);
  if (cells.name?.several === 'words' && parts.length > (places.has('name') ? 1 : 0))
    places.set('name', parts);
  return places;
}

/** The columns of a name that is written in parts; of a single part when there is no more. */
function partsOf(header: readonly string[], taken: ReadonlySet<number>): number[] {
  const names = header.map((name, place) => (taken.has(place) ? '' : bare(name)));
  const found = nameParts.map((parts) =>
    parts.map((part) => names.indexOf(part)).filter((place) => place >= 0),
  );
  return found.reduce((most, one) => (one.length > most.length ? one : most), []);
}

function unknownField(field: string, fields: readonly string[]): never {
  const near = nearest(field, fields);
  return refuse('import.field', {
    field: shown(near ? `${field} (${near}?)` : field),
    fields: fields.join(', '),
  });
}
