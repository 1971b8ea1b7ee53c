import { said } from '../../cards/parts.ts';
import type { Registry } from '../../chat/command.ts';
import { optional } from '../../chat/field.ts';
import { choice, list, text } from '../../chat/fields.ts';
import type { Ctx } from '../../crm/context.ts';
import { addCustomField } from '../../crm/custom/add.ts';
import type { CustomField } from '../../crm/custom/fields.ts';
import { defineCommand } from '../define.ts';
import { recordKind } from './fields.ts';
import { namesTaken } from './taken.ts';

const customKind = choice<Lowercase<CustomField['kind']>, Ctx>({
  begun: true,
  options: [
    { value: 'text', label: 'choice.customKind.text' },
    { value: 'number', label: 'choice.customKind.number' },
    { value: 'money', label: 'choice.customKind.money' },
    { value: 'day', label: 'choice.customKind.day' },
    { value: 'choice', label: 'choice.customKind.choice' },
    { value: 'yesno', label: 'choice.customKind.yesno' },
  ],
});

/** Adds a field of one's own to a kind of record: asked in its forms, shown on its cards. */
export const fieldAdd = (registry: () => Registry<Ctx>) =>
  defineCommand({
    id: 'field.add',
    access: 'admin',
    reply: 'channel',
    fields: {
      kind: recordKind,
      name: text({ max: 40 }),
      customKind,
      options: optional(list({ hint: 'hint.options' })),
    },
    positional: ['kind', 'name', 'customKind'],
    async run(ctx, { kind, name, customKind, options }) {
      const { value, changeId } = await addCustomField(
        ctx,
        { record: kind, name, kind: customKind.toUpperCase() as CustomField['kind'], options },
        namesTaken(registry()[`${kind}.edit`]),
      );
      const sentence = ctx.t('custom.added', { field: value.name, record: ctx.t(`find.kind.${kind}`) });
      return said(ctx.t, sentence, changeId);
    },
  });
