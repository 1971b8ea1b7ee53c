import type { CustomField } from '../crm/custom/fields.ts';
import { fold } from '../lib/fold.ts';
import { findColumns } from './columns.ts';
import { type KindName, kindOf } from './kinds/index.ts';
import { unlessRefused } from './look.ts';
import { unsaid } from './manner.ts';
import { called } from './words.ts';

/** Of kinds that fit as well: what is more often had in a file comes first. */
const order: readonly KindName[] = ['contacts', 'companies', 'deals', 'leads', 'products', 'users'];
const words = called('choice.import', order);

/**
 * What a file is about: of these kinds the one that reads most of its columns, and of several the one that its name
 * names; undefined where none reads it.
 */
export function guessKind(
  file: string,
  header: readonly string[],
  kinds: readonly KindName[],
  custom: readonly CustomField[],
): KindName | undefined {
  const isNamed = (kind: KindName) => [kind, ...words[kind]].some((word) => fold(file).includes(fold(word)));
  const fits = order
    .filter((kind) => kinds.includes(kind))
    .map((kind) => ({ kind, columns: columnsRead(header, kind, custom) }))
    .filter(({ columns }) => columns > 0)
    .map(({ kind, columns }) => ({ kind, fit: columns + (isNamed(kind) ? 0.5 : 0) }));
  return fits.toSorted((a, b) => b.fit - a.fit)[0]?.kind;
}

function columnsRead(header: readonly string[], kind: KindName, custom: readonly CustomField[]): number {
  const found = unlessRefused(() => findColumns(header, kindOf(kind, custom), { ...unsaid, kind }));
  return new Set([...(found?.places.values() ?? [])].flat()).size;
}
