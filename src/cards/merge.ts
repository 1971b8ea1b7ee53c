import type { Action, Card } from '../chat/card.ts';
import type { Profiled } from '../crm/attributes/attributes.ts';
import { profileOf } from '../crm/attributes/values.ts';
import { code } from '../crm/codes.ts';
import { type CustomField, type CustomValue, customName } from '../crm/custom/fields.ts';
import { differs } from '../crm/duplicates/differs.ts';
import type { Hit } from '../crm/find/search.ts';
import type { Key, Translator } from '../i18n/index.ts';
import { actions } from './parts.ts';
import { customShown, shownAs } from './profile.ts';

interface Side {
  readonly id: number;
  readonly name: string;
  readonly custom: unknown;
}

interface Asked {
  readonly kind: Profiled;
  readonly keep: Side;
  readonly other: Side;
  readonly fields: readonly CustomField[];
  readonly take: readonly string[];
  readonly seen: number;
}

/** Buttons for what is contradicted, beside those of the merge itself. */
const most = 15;

/** Two records beside each other in what they contradict: the person picks what is right, then merges. */
export function mergeCard(t: Translator, asked: Asked): Card {
  const { kind, keep, other, take, seen } = asked;
  const [kept, gone] = [code(kind, keep.id), code(kind, other.id)];
  const conflicts = conflictsOf(t, asked);
  const wire = { keep: kept, other: gone, ...(take.length && { take: take.join(',') }) };
  return {
    title: [t('merge.title', { keep: kept, other: gone })],
    tone: 'warn',
    blocks: [
      conflicts.length
        ? {
            kind: 'table',
            columns: [
              { label: '', align: 'left' },
              { label: `${kept} ${keep.name}`, align: 'left' },
              { label: `${gone} ${other.name}`, align: 'left' },
            ],
            rows: conflicts.map(({ name, label, own, theirs }) =>
              take.includes(name)
                ? [[label], [own], [{ bold: `✓ ${theirs}` }]]
                : [[label], [{ bold: `✓ ${own}` }], [theirs]],
            ),
          }
        : { kind: 'text', text: [t('merge.same')] },
      { kind: 'note', text: [t('merge.keeps', { keep: kept, other: gone })] },
      ...actions(
        {
          label: t('merge.do'),
          style: 'primary',
          command: 'crm.merge',
          wire: { ...wire, seen: String(seen) },
        },
        ...conflicts.slice(0, most).map(({ name, label, own, theirs }): Action => {
          const taken = take.includes(name);
          const now = taken ? take.filter((one) => one !== name) : [...take, name];
          return {
            label: t('merge.take', { field: label, value: taken ? own : theirs }),
            command: 'crm.merge',
            wire: { keep: kept, other: gone, ...(now.length && { take: now.join(',') }) },
            replace: true,
          };
        }),
        {
          label: t('merge.swap'),
          command: 'crm.merge',
          wire: { keep: gone, other: kept },
          replace: true,
        },
      ),
    ],
  };
}

/** What both say, and not alike, in words. */
function conflictsOf(t: Translator, { kind, keep, other, fields }: Asked) {
  const theirs = new Map(profileOf(kind, other).map((profile) => [profile.name, profile.value]));
  const known = profileOf(kind, keep).flatMap(({ name, sort, value }) => {
    const its = theirs.get(name) ?? null;
    if (!differs(sort, value, its)) return [];
    const label = t.say(`field.${name}` as Key);
    return [{ name, label, own: shownAs(t, name, sort, value), theirs: shownAs(t, name, sort, its) }];
  });
  const [own, its] = [keep.custom, other.custom] as Readonly<Record<string, CustomValue>>[];
  const added = fields.flatMap((field) => {
    const [one, two] = [customShown(t, field, own?.[field.id]), customShown(t, field, its?.[field.id])];
    return one && two && one !== two
      ? [{ name: customName(field), label: field.name, own: one, theirs: two }]
      : [];
  });
  return [...known, ...added];
}

/** A card that was asked for by the number of a record that was merged into it says so. */
export function withWas(t: Translator, { kind, id, was }: Hit, card: Card): Card {
  if (!was) return card;
  const text = t('merge.was', { other: was, keep: code(kind, id) });
  return { ...card, blocks: [{ kind: 'note', text: [text] }, ...card.blocks] };
}
