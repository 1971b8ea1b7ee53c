import type { Registry } from '../../chat/command.ts';
import { type Field, optional } from '../../chat/field.ts';
import { choice, day, decimal, money, text } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { type CustomField, customName } from '../../crm/custom/fields.ts';

/** The registry with the fields that admins have added, in every command that asks about their kind of record. */
export function withCustom(registry: Registry<Ctx>, fields: readonly CustomField[]): Registry<Ctx> {
  if (fields.length === 0) return registry;
  const grown = Object.entries(registry).map(([id, command]) => {
    const own = fields.filter(({ record }) => record === command.custom);
    const added = Object.fromEntries(own.map((field) => [customName(field), optional(fieldFor(field))]));
    if (own.length === 0) return [id, command];
    const asksFor = command.asksFor && [...command.asksFor, ...Object.keys(added)];
    return [id, { ...command, fields: { ...command.fields, ...added }, ...(asksFor && { asksFor }) }];
  });
  return Object.fromEntries(grown) as Registry<Ctx>;
}

/** How a field that an admin has added is asked and read. */
function fieldFor({ kind, name, options }: CustomField): Field<unknown, Ctx> {
  const label = { text: name };
  switch (kind) {
    case 'TEXT':
      return text({ label, max: 1000 });
    case 'NUMBER':
      return decimal({ label });
    case 'MONEY':
      return money({ label, hint: 'hint.amount' });
    case 'DAY':
      return day({ label, hint: 'hint.day', prefer: 'future' });
    case 'CHOICE':
      return choice({ label, options: options.map((value) => ({ value, label: { text: value } })) });
    case 'YESNO':
      return choice({ label, options: yesNo });
  }
}

const yesNo = [
  { value: 'yes', label: 'choice.yes' },
  { value: 'no', label: 'choice.no' },
] as const;
