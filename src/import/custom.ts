import { type CustomField, customFieldsOf, customName } from '../crm/custom/fields.ts';
import { readDecimal } from '../lib/decimals.ts';
import { type Cell, type Cells, choice, day, money, text } from './cells.ts';
import { called } from './words.ts';

const records = { companies: 'company', contacts: 'contact', leads: 'lead', deals: 'deal' } as const;

/** The cells of the fields that admins have added to a kind of record, known by the names they gave them. */
export function customCells(kind: string, fields: readonly CustomField[]): Cells {
  const record = kind in records ? records[kind as keyof typeof records] : undefined;
  const own = record ? customFieldsOf(fields, record) : [];
  return Object.fromEntries(
    own.map((field) => [customName(field), { ...cellFor(field), called: field.name }]),
  );
}

function cellFor({ kind, options }: CustomField): Cell<unknown> {
  switch (kind) {
    case 'TEXT':
      return text(1000);
    case 'NUMBER':
      return { read: (value) => readDecimal(value) };
    case 'MONEY':
      return money;
    case 'DAY':
      return day;
    case 'CHOICE':
      return choice(Object.fromEntries(options.map((option) => [option, []])));
    case 'YESNO':
      return choice(called('choice', ['yes', 'no']));
  }
}
