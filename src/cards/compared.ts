import type { Table } from '../chat/card.ts';
import { valueIn } from '../crm/attributes/values.ts';
import type { CustomValue } from '../crm/custom/fields.ts';
import { labelOf } from '../crm/filter/fields.ts';
import type { Compared } from '../crm/filter/where.ts';
import type { Translator } from '../i18n/index.ts';
import { customShown, shownAs } from './profile.ts';

type Row = Readonly<Record<string, unknown>> & { readonly custom: unknown };

/** A list's table with a column for each field by whose amount, number or day its filter compared the records. */
export function withCompared(
  t: Translator,
  list: { readonly rows: readonly Row[]; readonly compared: readonly Compared[] },
  table: Table,
): Table {
  const columns = list.compared.map((field) => ({ label: labelOf(t, field), align: 'right' }) as const);
  const cells = (row: Row) => list.compared.map((field) => [shown(t, field, row) ?? '–']);
  return {
    ...table,
    columns: [...table.columns, ...columns],
    rows: table.rows.map((row, i) => [...row, ...cells(list.rows[i] as Row)]),
  };
}

const customKinds = { count: 'NUMBER', number: 'NUMBER', money: 'MONEY', day: 'DAY' } as const;

function shown(t: Translator, { name, sort, column }: Compared, row: Row): string | null {
  if (typeof column === 'number') {
    const held = row.custom as Readonly<Record<string, CustomValue>>;
    return customShown(t, { kind: customKinds[sort] }, held[column]);
  }
  // Numbers that are no count are custom ones alone.
  const known = sort === 'number' ? 'count' : sort;
  const value = valueIn(known, column, row);
  return value === null ? null : shownAs(t, name, known, value);
}
