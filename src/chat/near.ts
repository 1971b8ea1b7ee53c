import { type Locale, locales, type Translator } from '../i18n/index.ts';
import { nearest } from '../lib/fold.ts';
import type { Action, Card } from './card.ts';
import type { CommandId, Registry } from './command.ts';
import type { Reader } from './field.ts';
import type { Head } from './head.ts';
import { longest, namesOf, spoken } from './names.ts';
import { said } from './tokens.ts';
import type { Understood } from './understand.ts';
import { understandInThread } from './understand-in-thread.ts';
import { askKey } from './wire.ts';

/** The command that somebody may have meant with words that name none. */
export interface Near {
  /** The words, and the name they are nearest to. */
  readonly text: string;
  readonly near: string;
  /** The line with that name in their place, and what it is read as. */
  readonly line: string;
  readonly meant: Understood;
}

/**
 * The name a slip or two away from a line's first words. Where the line begins with a short name that others begin
 * with too (`deal mvoe Acme`), that much is right, and the slip is in what follows.
 */
export function nearTo<C>(
  registry: Registry<C>,
  head: Head,
  reader: Reader,
  about?: string,
): Near | undefined {
  const { words, names, count: known } = head;
  const right = words.slice(0, known);
  const start = known ? `${spoken(said(right))} ` : '';
  const ends = [...names.keys()].filter((name) => name.startsWith(start)).map((n) => n.slice(start.length));
  for (let count = Math.min(longest(names), words.length); count > known; count--) {
    const slip = spoken(said(words.slice(known, count)));
    // A short word alone is near to anything: `gọi` to `gộp`.
    const end = known || slip.length > 3 ? nearest(slip, ends, slip.length > 5 ? 2 : 1) : undefined;
    if (end === undefined) continue;
    const command = names.get(start + end) as CommandId;
    const [near, rest] = [written(command, start + end), words.slice(count)];
    return {
      text: said(words.slice(0, count)),
      near,
      line: [near, ...(rest.length ? [said(rest)] : [])].join(' '),
      meant: understandInThread(registry[command], rest, reader, about),
    };
  }
  return undefined;
}

/** A name as it is written, with its accents. */
const written = (command: CommandId, name: string): string =>
  locales.flatMap((locale: Locale) => namesOf(locale, command)).find((own) => spoken(own) === name) ?? name;

export const didYouMean = (t: Translator, { text, near }: Near) =>
  t('problem.command.unknown_near', { text, near });

/** A button for the line as it was meant; where that cannot be placed in the fields, for the form. */
export function meantAction({ line, meant: { command, wire, problem } }: Near): Action {
  const asked = problem ? { ...wire, [askKey]: '1' } : wire;
  return { label: line, style: 'primary', command, wire: asked };
}

/** The answer to a line that can only have been meant otherwise. */
export function meantCard(t: Translator, near: Near): Card {
  return {
    title: [didYouMean(t, near)],
    tone: 'warn',
    blocks: [{ kind: 'actions', actions: [meantAction(near)] }],
  };
}

/** The answer to a line without a command. Who types nothing but a name wants to find who that is. */
export function unknownCard(t: Translator, text: string, near?: Near, name?: string): Card {
  const find: Action[] = name
    ? [{ label: t('action.find', { text: name }), command: 'find', wire: { query: name } }]
    : [];
  const actions = [...(near ? [meantAction(near)] : []), ...find];
  return {
    title: [near ? didYouMean(t, near) : t('problem.command.unknown', { text })],
    tone: 'warn',
    blocks: actions.length ? [{ kind: 'actions', actions }] : [],
  };
}
