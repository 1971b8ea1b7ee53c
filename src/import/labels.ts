import type { Key, Translator } from '../i18n/index.ts';
import type { Cells } from './cells.ts';
import { labels } from './names-of.ts';

/** What a person calls a field; by that name its column is found too. */
export function fieldLabel(t: Translator, cells: Cells, field: string): string {
  const called = cells[field]?.called;
  const own = `import.field.${field}`;
  if (called) return called;
  return t.has(own) ? t.say(own) : t.say(`field.${labels[field] ?? field}` as Key);
}
