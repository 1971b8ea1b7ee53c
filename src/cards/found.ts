import type { Card } from '../chat/card.ts';
import { code, type Kind } from '../crm/codes.ts';
import type { Translator } from '../i18n/index.ts';
import { showAction } from './deal.ts';
import { actions } from './parts.ts';

interface Found {
  readonly kind: Kind;
  readonly id: number;
  readonly name: string;
  readonly more: string | null;
  readonly was?: string;
}

/** What a search found: number, kind, name; buttons open the first ones. */
export function foundCard(
  t: Translator,
  { query, hits, total }: { query: string; hits: readonly Found[]; total: number },
): Card {
  if (hits.length === 0) return { title: [t('find.none', { query })], blocks: [] };
  return {
    title: [t('find.some', { count: total, query })],
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: '#', align: 'left' },
          { label: t('field.kind'), align: 'left' },
          { label: t('field.name'), align: 'left' },
        ],
        rows: hits.map((hit) => [[code(hit.kind, hit.id)], [t(`find.kind.${hit.kind}`)], [nameText(t, hit)]]),
        ...(total > hits.length && { more: total - hits.length }),
      },
      ...actions(...hits.slice(0, 5).map((hit) => showAction(t, hit.kind, hit.id))),
    ],
  };
}

/** With what tells it from others of its name, and what it was called before it was merged. */
const nameText = (t: Translator, { name, more, was }: Found) =>
  name + (more ? ` (${more})` : '') + (was ? ` – ${t('find.was', { was })}` : '');
