import type { Action, Card } from '../chat/card.ts';
import { askKey, type Wire } from '../chat/wire.ts';
import { code } from '../crm/codes.ts';
import type { Why } from '../crm/duplicates/marks.ts';
import type { Twin } from '../crm/duplicates/twins.ts';
import type { Translator } from '../i18n/index.ts';
import { showAction } from './deal.ts';
import { actions } from './parts.ts';

/** A twin that buttons lead to; `complete` opens its form with what was said, `merge` the merge of both. */
export interface Choice {
  readonly twin: Twin;
  readonly complete?: Wire;
  readonly merge?: { readonly keep: string; readonly other: string };
}

interface Found {
  readonly twins: readonly Twin[];
  readonly choices: readonly Choice[];
  /** What was asked for, and the wire that does it all the same. */
  readonly command: string;
  readonly again: Wire;
}

/** Why two records may be one, in words. */
export const whyText = (t: Translator, why: readonly Why[]) =>
  why.map((one) => t(`twins.why.${one}`)).join(', ');

/** What is about to be written may be here already: nothing was written, the person chooses. */
export function twinsCard(t: Translator, { twins, choices, command, again }: Found): Card {
  const sure = twins.some((twin) => twin.certain);
  return {
    title: [t(sure ? 'twins.certain' : 'twins.likely')],
    tone: 'warn',
    blocks: [
      ...twins.map((twin) => ({
        kind: 'text' as const,
        text: [`${code(twin.kind, twin.id)} `, { bold: twin.name }, ` – ${whyText(t, twin.why)}`],
      })),
      ...actions(...choices.flatMap((choice) => choiceActions(t, choice)), {
        label: t(command.endsWith('.edit') ? 'twins.save' : 'twins.add'),
        command,
        wire: again,
        ...(!sure && { style: 'primary' as const }),
      }),
      { kind: 'note', text: [t('twins.line', { apart: again.apart ?? '' })] },
    ],
  };
}

function choiceActions(t: Translator, { twin, complete, merge }: Choice): Action[] {
  const record = code(twin.kind, twin.id);
  return [
    showAction(t, twin.kind, twin.id),
    ...(complete
      ? [{ label: t('twins.complete', { record }), command: `${twin.kind}.edit`, wire: complete }]
      : []),
    ...(merge ? [mergeAction(t, merge)] : []),
  ];
}

export const mergeAction = (
  t: Translator,
  wire: { readonly keep: string; readonly other: string },
): Action => ({
  label: t('action.merge', wire),
  command: 'crm.merge',
  wire,
});

/** Opens the form that makes a lead the contact that it is, by their numbers. */
export const convertAction = (
  t: Translator,
  wire: { readonly lead: string; readonly contact: string },
): Action => ({
  label: t('duplicates.convert', wire),
  command: 'lead.convert',
  wire: { ...wire, [askKey]: '1' },
});
