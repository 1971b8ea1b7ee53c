import type { Action, Block, Card, Fact } from '../chat/card.ts';
import type { Packed, Wire } from '../chat/wire.ts';
import { code, type Kind } from '../crm/codes.ts';
import type { Elsewhere } from '../crm/filter/elsewhere.ts';
import { labelOf } from '../crm/filter/fields.ts';
import type { Translator } from '../i18n/index.ts';
import { formatDay } from '../lib/dates/index.ts';
import { formatMoney } from '../lib/format.ts';
import type { Money } from '../lib/money/index.ts';
import type { Span, Text } from '../lib/span.ts';
import { shorten } from '../lib/text.ts';

/** A fact, or nothing where there is nothing to say. */
export function fact(label: string, value: Text | Span | null | undefined): Fact[] {
  if (value === null || value === undefined || value === '') return [];
  return [{ label, value: Array.isArray(value) ? (value as Text) : [value as Span] }];
}

export const money = (t: Translator, amount: Money | null) => amount && formatMoney(amount, t.locale);

/** A calendar day as Prisma gives it: midnight UTC. */
export const day = (t: Translator, date: Date | null) =>
  date && formatDay(date.toISOString().slice(0, 10), t.locale);

export const moment = (at: Date, style: 'day' | 'both' = 'both'): Span => ({
  moment: at.toISOString(),
  style,
});

/** Minutes after midnight as `08:30`. */
export function timeOfDay(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A source in words; what an import brought is left as it is. */
export const sourceText = (t: Translator, source: string) => {
  const key = `choice.source.${source}`;
  return t.has(key) ? t.say(key) : source;
};

type Happened = 'CALL' | 'EMAIL' | 'MEETING' | 'NOTE' | 'TASK';

/** What happened, and for calls and e-mails from whom: «Gọi đến». */
export const activityText = (t: Translator, kind: Happened, inbound: boolean) =>
  inbound && (kind === 'CALL' || kind === 'EMAIL') ? t(`activity.${kind}.in`) : t(`activity.${kind}`);

/** Takes back a change; the answer takes the place of the card. */
export const undoAction = (t: Translator, change: number): Action => ({
  label: t('action.undo'),
  command: 'undo',
  wire: { change: String(change) },
  replace: true,
});

/** Opens the form for a task of a record. */
export const newTask = (
  t: Translator,
  label: 'action.task' | 'action.next_task',
  { kind, id }: { readonly kind: Kind; readonly id: number },
): Action => ({ label: t(label), command: 'task.add', wire: { record: code(kind, id) } });

/** Puts what was just done above a record's card, with a way back. */
export function done(t: Translator, card: Card, said: Text, change: number): Card {
  const undo: Block = { kind: 'actions', actions: [undoAction(t, change)] };
  const [last, rest] = [card.blocks.at(-1), card.blocks.slice(0, -1)];
  const blocks: Block[] =
    last?.kind === 'actions'
      ? [...rest, { kind: 'actions', actions: [...last.actions, undoAction(t, change)] }]
      : [...card.blocks, undo];
  return { ...card, blocks: [{ kind: 'text', text: said }, ...blocks] };
}

/** One sentence about what was done, with a way back. */
export const said = (t: Translator, sentence: string, change: number): Card => ({
  title: [sentence],
  tone: 'good',
  blocks: actions(undoAction(t, change)),
});

/** What was typed to be looked for in a list, and where it is found if not in a name. */
export interface Searched {
  readonly text: string;
  readonly elsewhere: readonly Elsewhere[];
}

/** An empty list; where words were looked for, that nothing is called so, and what has them otherwise. */
export const noneCard = (t: Translator, none: string, { command }: Packed, searched?: Searched): Card => ({
  title: [searched && !/[:~]/.test(searched.text) ? t('find.none', { query: searched.text }) : none],
  blocks: actions(
    ...(searched?.elsewhere ?? []).map(({ field, words, count, filter }) => ({
      label: `${labelOf(t, field)}: ${shorten(words, 30)} (${count})`,
      command,
      wire: { filter },
    })),
  ),
});

/** What follows a page: the same command with the next page's number, and the file of all that was listed (`all`). */
export const afterPage = (
  t: Translator,
  list: { page: number; left: number },
  { command, wire }: Packed,
  all: Wire,
): Block[] => {
  const more = { label: t('action.more'), command, wire: { ...wire, page: String(list.page + 1) } };
  return actions(...(list.left > 0 ? [more] : []), {
    label: t('action.export'),
    command: 'export',
    wire: all,
  });
};

/** One block: a message may have few of them. */
export function listed(lines: readonly Span[][]): Block[] {
  if (!lines.length) return [];
  return [{ kind: 'text', text: lines.flatMap((line, i) => (i ? ['\n', ...line] : line)) }];
}

export const actions = (...all: readonly Action[]): Block[] =>
  all.length ? [{ kind: 'actions', actions: all }] : [];
