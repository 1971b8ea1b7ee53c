import type { Action, Card } from '../chat/card.ts';
import { code, type Kind } from '../crm/codes.ts';
import type { Translator } from '../i18n/index.ts';
import { showAction } from './deal.ts';
import { actions, undoAction } from './parts.ts';

interface Undone {
  readonly id: number;
  readonly command: string;
  readonly stands: boolean;
  readonly about: { readonly kind: Kind; readonly id: number; readonly name: string } | null;
  readonly records: readonly { readonly record: string; readonly id: number }[];
}

/** What was taken back, or brought back, with a button for the contrary. */
export function undoneCard(t: Translator, undone: Undone, change: number): Card {
  const { about } = undone;
  const said = {
    change: undone.id,
    command: commandText(t, undone.command),
    about: about ? `: ${code(about.kind, about.id)} ${about.name}` : '',
  };
  return {
    title: [t(undone.stands ? 'undo.back' : 'undo.done', said)],
    blocks: actions({ ...undoAction(t, change), ...(!undone.stands && { label: t('action.redo') }) }),
  };
}

/** What was done, in words. An import says of what it was: `import deals`. */
function commandText(t: Translator, command: string): string {
  const [title, kind] = [`title.${command}`, command.replace(/^import /, 'choice.import.')];
  // `deal.won` is a sentence too.
  if (kind !== command && t.has(kind)) return `${t('title.import.run')}: ${t.say(kind)}`;
  return t.has(title) ? t.say(title) : command;
}

/** The answer to an invocation that had done its work before the process was ended. */
export function doneBeforeCard(t: Translator, change: number, records: Undone['records']): Card {
  const kinds: readonly Kind[] = ['deal', 'lead', 'contact', 'company'];
  const shown = records.flatMap(({ record, id }): Action[] =>
    kinds.filter((kind) => kind === record).map((kind) => showAction(t, kind, id)),
  );
  return {
    title: [t('change.done', { change })],
    blocks: actions(...shown.slice(0, 3), undoAction(t, change)),
  };
}
