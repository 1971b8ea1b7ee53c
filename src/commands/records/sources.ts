import type { AnyCommand, Registry } from '../../chat/command.ts';
import type { Field } from '../../chat/field.ts';
import { choice } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { source } from '../fields.ts';

/** The registry with the sources that admins have added, wherever a source is asked for. */
export function withSources(registry: Registry<Ctx>, added: readonly string[]): Registry<Ctx> {
  if (added.length === 0 || source.control.kind !== 'choice') return registry;
  const options = [
    ...source.control.options,
    ...added.map((name) => ({ value: name, label: { text: name } })),
  ];
  const grown = (Object.entries(registry) as [string, AnyCommand<Ctx>][]).map(([id, command]) => {
    const asked = command.fields.source as Field<unknown, Ctx> | undefined;
    if (asked?.control.kind !== 'choice') return [id, command];
    const { control, read } = choice<string, Ctx>({ ...asked.control, options });
    return [id, { ...command, fields: { ...command.fields, source: { ...asked, control, read } } }];
  });
  return Object.fromEntries(grown) as Registry<Ctx>;
}
