import { newText } from '../../cards/made.ts';
import type { Wire } from '../../chat/wire.ts';
import { attributesOf, type Profiled } from '../../crm/attributes/attributes.ts';
import { columnsOf, type Said } from '../../crm/attributes/columns.ts';
import type { Ctx } from '../../crm/context.ts';
import { customColumn, customFieldsOf } from '../../crm/custom/fields.ts';
import { isNew } from '../../crm/records/made.ts';
import { typedOf } from './typed.ts';

/** What was said of a record, as it would be typed again; '' where it clears. */
export function saidAsTyped({ t, custom }: Pick<Ctx, 't' | 'custom'>, kind: Profiled, said: Said): Wire {
  const links = Object.entries(attributesOf(kind)).flatMap(([name, { sort, column = name }]) =>
    (sort === 'member' || sort === 'company') && !isNew(said[name]) ? [[column, said[name] ?? null]] : [],
  );
  const row = {
    ...columnsOf(kind, said),
    ...Object.fromEntries(links),
    custom: customColumn(said).custom ?? {},
  };
  const cleared = Object.entries(said).flatMap(([name, value]) => (value === null ? [[name, '']] : []));
  const made = Object.entries(said).flatMap(([name, value]) =>
    isNew(value) ? [[name, newText(t, value)]] : [],
  );
  return {
    ...typedOf(t, kind, row, customFieldsOf(custom, kind)),
    ...Object.fromEntries([...cleared, ...made]),
  };
}
