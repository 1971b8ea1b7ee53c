import { Asking } from '../chat/asking.ts';
import type { Action, Block } from '../chat/card.ts';
import type { CommandId } from '../chat/command.ts';
import { code } from '../crm/codes.ts';
import type { Makeable, New, Unsure } from '../crm/records/made.ts';
import type { Translator } from '../i18n/index.ts';
import { shorten } from '../lib/text.ts';
import { showAction } from './deal.ts';
import { actions } from './parts.ts';

/** A record that is to be made, as it is typed: `new: Acme`, or with those that it is not, `new, not C-5: Acme`. */
export const newText = (t: Translator, { new: name, apart }: New) =>
  `${t.say('made.new')}${apart ? `, ${t.say('made.not')} ${apart}` : ''}: ${name}`;

/** The same as a person reads it: «New company: Acme». */
export const newLabel = (t: Translator, kind: Makeable, name: string) =>
  shorten(`${t.say(`title.${kind}.add`)}: ${name}`, 75);

/** Buttons that are offered for those it may be. */
const most = 8;

/**
 * Asks which of ours somebody is who was to be made, or really a new one: each button asks the same again, with that
 * one. A lead among them can only be looked at.
 */
export function whoIsMade(command: CommandId, unsure: Unsure): Asking {
  const { kind, known } = unsure;
  return new Asking(unsure, (t, said) => {
    const offered = known.slice(0, most).map((one): Action => {
      if (one.kind !== kind) return showAction(t, one.kind, one.id);
      const value = code(kind, one.id);
      const label = shorten(`${value} ${one.name}${one.more ? ` (${one.more})` : ''}`, 75);
      return { label, command, wire: { ...said, [kind]: value } };
    });
    const more: Block[] = known.length > most ? [{ kind: 'note', text: [t('problem.lookup.more')] }] : [];
    const anew = { ...said, [kind]: newText(t, unsure.apart) };
    return {
      title: [unsure.in(t)],
      tone: 'warn',
      blocks: [
        ...actions(...offered, { label: newLabel(t, kind, unsure.said.new), command, wire: anew }),
        ...more,
      ],
    };
  });
}
