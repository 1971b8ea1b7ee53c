import { customShown, shownAs } from '../../cards/profile.ts';
import type { Wire } from '../../chat/wire.ts';
import type { Profiled, Sort } from '../../crm/attributes/attributes.ts';
import { type Linked, profileOf, type Value } from '../../crm/attributes/values.ts';
import { code } from '../../crm/codes.ts';
import { type CustomField, type CustomValue, customName } from '../../crm/custom/fields.ts';
import type { Translator } from '../../i18n/index.ts';
import { writeDecimal } from '../../lib/decimals.ts';
import { typedList } from '../../lib/reach.ts';

/** What a record says, as a person would type it: each field reads its text back to the same value. */
export function typedOf(
  t: Translator,
  kind: Profiled,
  record: object & { readonly custom: unknown },
  fields: readonly CustomField[],
): Wire {
  const said = profileOf(kind, record).flatMap(({ name, sort, value }) =>
    value === null ? [] : [[name, typed(t, name, sort, value)] as const],
  );
  return { ...Object.fromEntries(said), ...customTyped(t, record.custom, fields) };
}

function typed(t: Translator, name: string, sort: Sort, value: Value): string {
  switch (sort) {
    // Numbers and choices are read as they are kept; names of records could be several.
    case 'count':
    case 'choice':
      return String(value);
    case 'list':
      return typedList(value as string[]);
    case 'member':
      return `m${(value as Linked).id}`;
    case 'company':
      return code('company', (value as Linked).id);
    default:
      return shownAs(t, name, sort, value);
  }
}

export function customTyped(t: Translator, custom: unknown, fields: readonly CustomField[]): Wire {
  const held = custom as Readonly<Record<string, CustomValue>>;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = held[field.id];
      return value === undefined ? [] : [[customName(field), typedCustom(t, field, value)]];
    }),
  );
}

function typedCustom(t: Translator, field: CustomField, value: CustomValue): string {
  if (field.kind === 'NUMBER') return writeDecimal(value as string, t.locale);
  return field.kind === 'YESNO' ? (value as string) : (customShown(t, field, value) as string);
}
