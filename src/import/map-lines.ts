import type { Translator } from '../i18n/index.ts';
import { fieldLabel } from './labels.ts';
import type { Recognised } from './look.ts';

/** What a form holds. */
const room = 2900;

/**
 * The columns of a file as `readMap` reads them, those with a field first. Those that find no room are not said, and
 * recognised again.
 */
export function mapLines(t: Translator, recognised: Recognised): string {
  const { header, columns, cells } = recognised;
  const used = [...(columns?.places ?? [])].flatMap(([field, places]) =>
    places.map((place) => ({ place, label: fieldLabel(t, cells, field) })),
  );
  const free = header.flatMap((name, place) =>
    name && !used.some((one) => one.place === place) ? [{ place, label: '' }] : [],
  );
  let text = '';
  for (const { place, label } of [...used, ...free]) {
    const line = `${`${label} = ${header[place]}`.trim()}\n`;
    if (text.length + line.length < room) text += line;
  }
  return text.trim();
}
