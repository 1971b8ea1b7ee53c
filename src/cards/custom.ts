import type { Card } from '../chat/card.ts';
import { askKey } from '../chat/wire.ts';
import type { CustomField } from '../crm/custom/fields.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { actions } from './parts.ts';

/** The fields that admins have added; an admin may add and change them. */
export function customFieldsCard(t: Translator, fields: readonly CustomField[], admin: boolean): Card {
  const add = { label: t('title.field.add'), command: 'field.add', wire: { [askKey]: '1' } };
  const edit = { label: t('title.field.edit'), command: 'field.edit', wire: { [askKey]: '1' } };
  const buttons = admin ? actions(add, ...(fields.length ? [edit] : [])) : [];
  if (fields.length === 0) return { title: [t('custom.none')], blocks: buttons };
  return {
    title: [t('custom.listing', { count: fields.length })],
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: t('field.record'), align: 'left' },
          { label: t('field.custom'), align: 'left' },
          { label: t('field.customKind'), align: 'left' },
        ],
        rows: fields.map(({ record, name, kind, options }) => [
          [t.say(`find.kind.${record}` as Key)],
          [name],
          [customKindText(t, kind) + (options.length ? `: ${options.join(', ')}` : '')],
        ]),
      },
      ...buttons,
    ],
  };
}

export const customKindText = (t: Translator, kind: CustomField['kind']) =>
  t.say(`choice.customKind.${kind.toLowerCase()}` as Key);
