import type { Block, Card } from '../chat/card.ts';
import { askKey } from '../chat/wire.ts';
import { type Kind, kinds } from '../crm/codes.ts';
import type { Allowed } from '../crm/permissions/defaults.ts';
import type { Row } from '../crm/permissions/matrix.ts';
import type { MemberRights } from '../crm/permissions/of-members.ts';
import type { Translator } from '../i18n/index.ts';
import { actions, fact } from './parts.ts';

const all = Object.keys(kinds) as Kind[];

export const extentText = (t: Translator, extent: Allowed['sees']) =>
  t(`choice.extent.${extent.toLowerCase() as Lowercase<typeof extent>}`);

/** Each role and kind of record in a table: whose records are seen, and whose are changed. */
export function permissionsCard(t: Translator, rows: readonly Row[]): Card {
  const cell = ({ sees, changes, set }: Row['of'][Kind]) =>
    [...new Set([extentText(t, sees), extentText(t, changes)])].join(' / ') + (set ? ' *' : '');
  return {
    title: [t('permissions.title')],
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: t('field.role'), align: 'left' },
          ...all.map((kind) => ({ label: t(`find.kind.${kind}`), align: 'left' }) as const),
        ],
        rows: rows.map(({ role, of }) => [
          [t(`choice.role.${role}`)],
          ...all.map((kind) => [cell(of[kind])]),
        ]),
      },
      { kind: 'note', text: [t('permissions.how')] },
      ...actions(
        { label: t('title.crm.permit'), command: 'crm.permit', wire: { [askKey]: '1' } },
        { label: t('title.crm.users'), command: 'crm.users', wire: {} },
      ),
    ],
  };
}

/** What one member sees and changes. */
export function memberPermissionsCard(t: Translator, { name, role, team, mates, of }: MemberRights): Card {
  const rows = all.map((kind) => [
    [t(`find.kind.${kind}`)],
    [extentText(t, of[kind].sees)],
    [extentText(t, of[kind].changes)],
  ]);
  const blocks: Block[] = [
    {
      kind: 'facts',
      facts: [
        ...fact(t('field.role'), t(`choice.role.${role}`)),
        ...fact(t('field.team'), team && `${team}: ${mates.join(', ')}`),
      ],
    },
    {
      kind: 'table',
      columns: [
        { label: t('field.kind'), align: 'left' },
        { label: t('field.sees'), align: 'left' },
        { label: t('field.changes'), align: 'left' },
      ],
      rows,
    },
  ];
  return { title: [t('permissions.of', { name })], blocks };
}
