import type { CustomField } from '../crm/custom/fields.ts';
import { findColumns } from './columns.ts';
import { type KindName, kindOf } from './kinds/index.ts';
import { unlessRefused } from './look.ts';
import { unsaid } from './manner.ts';

/** Of two that fit as well: what has fewer columns of its own comes later. */
const order: readonly KindName[] = ['deals', 'contacts', 'leads', 'companies', 'products', 'users'];

/** What a file with this header is about: the kind that reads most of its columns; undefined where none reads it. */
export function guessKind(
  header: readonly string[],
  custom: readonly CustomField[] = [],
): KindName | undefined {
  const fits = order.map((kind) => ({ kind, read: columnsRead(header, kind, custom) }));
  const best = fits.reduce((most, one) => (one.read > most.read ? one : most));
  return best.read > 0 ? best.kind : undefined;
}

function columnsRead(header: readonly string[], kind: KindName, custom: readonly CustomField[]): number {
  const found = unlessRefused(() => findColumns(header, kindOf(kind, custom), { ...unsaid, kind }));
  return new Set([...(found?.places.values() ?? [])].flat()).size;
}
