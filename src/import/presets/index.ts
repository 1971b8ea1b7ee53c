import { bare } from '../names-of.ts';
import { hubspot } from './hubspot.ts';
import { pipedrive } from './pipedrive.ts';
import type { Preset } from './preset.ts';
import { salesforce } from './salesforce.ts';

export const presets = { hubspot, pipedrive, salesforce };
export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly PresetName[];

/** The system whose export this header is of. */
export function recognisedPreset(header: readonly string[]): Preset | undefined {
  const names = new Set(header.map(bare));
  return Object.values(presets).find(({ marks }) =>
    marks.some((group) => group.every((column) => names.has(bare(column)))),
  );
}

/** Field → places of its columns in a file of that system. */
export function presetPlaces(
  preset: Preset,
  kind: string,
  header: readonly string[],
): Map<string, readonly number[]> {
  const names = header.map(bare);
  const places = new Map<string, readonly number[]>();
  for (const [field, columns] of Object.entries(preset.columns[kind] ?? {})) {
    const found = columns.map((column) => names.indexOf(bare(column))).filter((place) => place >= 0);
    if (found.length) places.set(field, [...new Set(found)]);
  }
  return places;
}

/** Field → values there, bare, → values here. */
export const presetMeanings = (preset: Preset, kind: string) =>
  new Map(
    Object.entries(preset.values[kind] ?? {}).map(([field, values]) => [
      field,
      new Map(Object.entries(values).map(([from, to]) => [bare(from), to])),
    ]),
  );
