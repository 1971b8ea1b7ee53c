import type { Overtaken } from '../lib/errors.ts';
import type { AnyCommand } from './command.ts';
import type { Asker } from './dispatch.ts';
import { type Form, type FormField, formOf } from './form.ts';
import { named } from './named.ts';
import type { Answer } from './platform.ts';
import { askKey, seenKey, shownKey, type Wire } from './wire.ts';

/**
 * What the second of two people is told who changed the same: who changed it to what, at its field, in a form that
 * keeps what they typed and shows everything else as it is now. Sent again, it overwrites.
 */
export async function overtakenAnswer<C extends Asker>(
  command: AnyCommand<C>,
  wire: Wire,
  { by, untouched }: Overtaken,
  ctx: C,
): Promise<Omit<Answer, 'visibility' | 'ok'>> {
  const { t } = ctx;
  const stored = (await command.prefill?.(ctx, wire)) ?? {};
  const mine = Object.fromEntries(Object.entries(wire).filter(([name]) => !untouched.includes(name)));
  const now = { [shownKey]: '1', [seenKey]: stored[seenKey] ?? '0' };
  const present = await named(ctx, command, formOf(t, command, stored));
  const errors = Object.fromEntries(
    present.fields.flatMap((field) => {
      if (!Object.hasOwn(by, field.name)) return [];
      const args = { name: by[field.name] ?? t('edit.somebody'), field: field.label };
      const value = shownValue(field);
      const told = value ? t('edit.overtaken', { ...args, value }) : t('edit.overtaken_cleared', args);
      return [[field.name, told]];
    }),
  );
  const form: Form = await named(ctx, command, formOf(t, command, { ...stored, ...mine }, errors));
  const again = { command: command.id, wire: { ...mine, ...now, [askKey]: '1' } };
  return {
    card: {
      title: [t('edit.overtaken_title')],
      tone: 'warn',
      blocks: [
        ...Object.values(errors).map((text) => ({ kind: 'text', text: [text] }) as const),
        { kind: 'actions', actions: [{ ...again, label: t('edit.again'), style: 'primary' }] },
      ],
    },
    errors,
    form: { ...form, carried: { ...form.carried, ...now } },
  };
}

/** A value of a form as a person reads it. */
function shownValue({ control, value = '', shown = value }: FormField): string {
  const option = control.kind === 'choice' ? control.options.find((o) => o.value === value) : undefined;
  return option?.label ?? shown;
}
