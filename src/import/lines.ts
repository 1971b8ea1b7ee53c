import { refuse } from '../i18n/refusal.ts';
import { fold } from '../lib/fold.ts';
import { shown } from './cells.ts';
import type { Manner } from './manner.ts';

const linesOf = (text: string) => text.split(/\r?\n/).filter((line) => line.trim());

/** `field = column` a line; a column without a field is left out. Refuses what is written otherwise. */
export function readMap(text: string): Pick<Manner, 'map' | 'ignored'> {
  const pairs = linesOf(text).map((line): [string, string] => {
    const at = line.indexOf('=');
    const [field, column] = [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()];
    return at >= 0 && column ? [field, column] : refuse('import.map_line', { text: shown(line) });
  });
  return {
    map: pairs.filter(([field]) => field),
    ignored: pairs.filter(([field]) => !field).map(([, column]) => column),
  };
}

/** `field: value of the file = value here` a line. */
export const readValues = (text: string): Manner['values'] =>
  linesOf(text).map((line) => {
    const [, field = '', from = '', to = ''] = /^([^:=]+):([^=]*)=(.+)$/.exec(line) ?? [];
    if (!field.trim() || !to.trim()) refuse('import.value_line', { text: shown(line) });
    return [field.trim(), fold(from.trim()), to.trim()];
  });

/** The same, to be read back. */
export const valueLines = (values: Manner['values']): string =>
  values.map(([field, from, to]) => `${field}: ${from} = ${to}`).join('\n');
