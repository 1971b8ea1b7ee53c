import type { Action, Block, Card, Fact } from '../chat/card.ts';
import { askKey, type Packed } from '../chat/wire.ts';
import { code, type Kind } from '../crm/codes.ts';
import { taskCode } from '../crm/tasks/code.ts';
import type { TaskList } from '../crm/tasks/list.ts';
import type { NextStep } from '../crm/tasks/next.ts';
import type { TaskView } from '../crm/tasks/view.ts';
import type { Translator } from '../i18n/index.ts';
import { addDays, type Day, formatDay } from '../lib/dates/index.ts';
import type { Span } from '../lib/span.ts';
import { plain, shorten } from '../lib/text.ts';
import { showAction } from './deal.ts';
import { actions, fact, listed, newTask, undoAction } from './parts.ts';

/** Who looks at tasks, and on which day. */
export interface Looking {
  readonly today: Day;
  /** Their own tasks need not say whose they are. */
  readonly memberId: number | null;
}

/** A task with its day: «quá hạn từ 02/12/2026». */
export function dueText(t: Translator, { dueOn }: Pick<TaskView, 'dueOn'>, today: Day): string {
  const day = formatDay(dueOn, t.locale);
  if (dueOn === today) return t('task.today');
  return dueOn < today ? t('task.overdue', { day }) : t('task.due', { day });
}

/** What was just done with a task, and what can be done next. */
export function taskCard(
  t: Translator,
  did: 'added' | 'finished' | 'edited',
  task: TaskView,
  today: Day,
  change?: number,
): Card {
  const { on, outcome } = task;
  const record = { bold: `${code(on.kind, on.id)} ${on.name}` };
  const day = task.doneAt ? outcome && t('task.outcome', { outcome }) : dueText(t, task, today);
  const more = [day, task.owner].filter(Boolean).join(' · ');
  return {
    title: t.text(`task.${did}`, { task: taskCode(task.id), record }),
    ...(did === 'finished' && { tone: 'good' }),
    blocks: [
      { kind: 'text', text: [task.text] },
      ...(more ? [{ kind: 'note', text: [more] } as const] : []),
      ...actions(
        ...(task.doneAt
          ? [newTask(t, 'action.next_task', on)]
          : [{ ...doneAction(t, task), replace: true, style: 'primary' as const }, editAction(t, task)]),
        showAction(t, on.kind, on.id),
        ...(change === undefined ? [] : [undoAction(t, change)]),
      ),
    ],
  };
}

/** What somebody gets who was given a task: by whom, and the task. */
export function givenTaskCard(t: Translator, task: TaskView, today: Day, by: string | null): Card {
  const card = taskCard(t, 'added', task, today);
  const said = by ? t('task.given_by', { name: by }) : t('task.given');
  return { ...card, blocks: [{ kind: 'text', text: [said] }, ...card.blocks] };
}

/** Open tasks, each with what can be done about it at once where the reader may (`changes`). */
export function taskListCard(
  t: Translator,
  list: TaskList,
  { today, memberId, changes }: Looking & { readonly changes: (task: TaskView) => boolean },
  next: Packed,
): Card {
  const add = { label: t('title.task.add'), command: 'task.add', wire: { [askKey]: '1' } };
  if (list.total === 0) return { title: [t('task.none')], blocks: actions(add) };
  const more: Action = {
    label: t('action.more'),
    command: next.command,
    wire: { ...next.wire, page: String(list.page + 1) },
  };
  return {
    title: [t('task.list', { count: list.total })],
    blocks: [
      ...list.rows.flatMap((task): Block[] => [
        { kind: 'text', text: taskLine(t, task, { today, memberId }) },
        ...(changes(task)
          ? actions(doneAction(t, task), laterAction(t, task, today), editAction(t, task))
          : []),
      ]),
      ...actions(...(list.left > 0 ? [more] : []), add),
    ],
  };
}

/** `V-12 Gọi lại · D-1 Kho · quá hạn từ 02/12/2026`. */
export function taskLine(t: Translator, task: TaskView, { today, memberId }: Looking): Span[] {
  const { on, owner, ownerId } = task;
  const more = [
    plain(shorten(`${code(on.kind, on.id)} ${on.name}`, 60)),
    dueText(t, task, today),
    ownerId !== memberId && owner && plain(shorten(owner, 40)),
  ];
  const name = `${taskCode(task.id)} ${plain(shorten(task.text, 120))}`;
  return [{ bold: name }, ` · ${more.filter(Boolean).join(' · ')}`];
}

/** Tasks that are named in one message. */
const atOnce = 5;

/** Tasks that wait for somebody, of `total` in all, each with a button that says that it is done. */
export function tasksAtOnce(
  t: Translator,
  tasks: readonly TaskView[],
  looking: Looking,
  total = tasks.length,
): Block[] {
  const named = tasks.slice(0, atOnce);
  const left = total - named.length;
  return [
    ...listed([
      ...named.map((task) => ['• ', ...taskLine(t, task, looking)]),
      ...(left > 0 ? [[t('task.left', { count: left })]] : []),
    ]),
    ...actions(...named.map((task) => doneAction(t, task, t('task.mark_done', { task: taskCode(task.id) })))),
  ];
}

/** The next step of a record, and how many promises to a customer were not kept in time. */
export function nextFacts(t: Translator, { task, overdue, today }: NextStep, about: Kind): Fact[] {
  if (!task) return [];
  const { on, owner } = task;
  const elsewhere = on.kind !== about && plain(shorten(`${code(on.kind, on.id)} ${on.name}`, 60));
  const more = [elsewhere, dueText(t, task, today), owner && plain(shorten(owner, 40))].filter(Boolean);
  const text = `${taskCode(task.id)} ${plain(shorten(task.text, 120))} · ${more.join(' · ')}`;
  return [
    ...fact(t('task.next'), text),
    ...fact(
      t('task.promises'),
      (about === 'company' || about === 'contact') && overdue ? String(overdue) : null,
    ),
  ];
}

export const doneAction = (t: Translator, { id }: TaskView, label = t('action.done')): Action => ({
  label,
  command: 'task.done',
  wire: { task: String(id) },
});

/** To the day after its own, or after today where that has passed; unless somebody has moved it meanwhile. */
function laterAction(t: Translator, { id, dueOn }: TaskView, today: Day): Action {
  const due = addDays(dueOn > today ? dueOn : today, 1);
  return { label: t('task.later'), command: 'task.edit', wire: { task: String(id), due, from: dueOn } };
}

const editAction = (t: Translator, { id }: TaskView): Action => ({
  label: t('action.edit'),
  command: 'task.edit',
  wire: { task: String(id), [askKey]: '1' },
});
