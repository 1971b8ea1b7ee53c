import { said } from '../../cards/parts.ts';
import type { Registry } from '../../chat/command.ts';
import { optional } from '../../chat/field.ts';
import { choice, list, text } from '../../chat/fields.ts';
import type { Kind } from '../../crm/codes.ts';
import type { Ctx } from '../../crm/context.ts';
import { editCustomField } from '../../crm/custom/edit.ts';
import { defineCommand } from '../define.ts';
import { custom } from './fields.ts';
import { namesTaken } from './taken.ts';

const show = choice<'asked' | 'hidden', Ctx>({
  options: [
    { value: 'asked', label: 'choice.custom.asked' },
    { value: 'hidden', label: 'choice.custom.hidden' },
  ],
});

/** Renames a field of one's own, changes its choices, or puts it away; what records say in it stays. */
export const fieldEdit = (registry: () => Registry<Ctx>) =>
  defineCommand({
    id: 'field.edit',
    access: 'admin',
    reply: 'channel',
    fields: {
      custom,
      name: optional(text({ max: 40 })),
      options: optional(list({ hint: 'hint.options' })),
      show: optional(show),
    },
    positional: ['custom', 'name'],
    asksFor: ['name', 'options', 'show'],
    async prefill(ctx, wire) {
      const found = wire.custom ? await custom.lookup?.resolve(ctx, wire.custom) : undefined;
      if (found?.kind !== 'one') return {};
      const { id, name, options } = found.value as { id: number; name: string; options: string[] };
      return {
        custom: `x${id}`,
        name,
        ...(options.length && { options: options.join(', ') }),
        show: 'asked',
      };
    },
    async run(ctx, { custom, name, options, show }) {
      const { value, changeId } = await editCustomField(
        ctx,
        custom.id,
        { name: name ?? undefined, options: options ?? undefined, active: show && show === 'asked' },
        (record) => namesTaken(registry()[`${record as Kind}.edit`]),
      );
      return said(ctx.t, ctx.t('custom.edited', { field: value.name }), changeId);
    },
  });
