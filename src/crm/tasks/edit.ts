import { refuse } from '../../i18n/refusal.ts';
import { type Day, dayOf, formatDay } from '../../lib/dates/index.ts';
import { type Changed, change } from '../changes/change.ts';
import { merged } from '../changes/merge.ts';
import type { Row } from '../changes/record.ts';
import type { Ctx } from '../context.ts';
import { openTask, type TellTask } from './own.ts';
import { seenBy } from './seen-by.ts';
import { type TaskView, taskById } from './view.ts';

/** Undefined leaves as it is. */
export interface TaskEdit {
  readonly text?: string | undefined;
  readonly due?: Day | undefined;
  readonly owner?: { readonly id: number; readonly name: string } | undefined;
  /** The day that the person saw when they put it off. */
  readonly seen?: Day | undefined;
}

/** Puts a task off, words it otherwise or gives it to somebody else. Refuses when nothing would change. */
export async function editTask(
  ctx: Ctx,
  id: number,
  { text, due, owner, seen }: TaskEdit,
  tell: TellTask,
): Promise<Changed<TaskView>> {
  return change(ctx, 'task.edit', async ({ tx, updated }) => {
    const within = { ...ctx, db: tx };
    const task = await openTask(within, id);
    if (seen && seen !== task.dueOn)
      refuse('task.moved', { task: task.text, day: formatDay(task.dueOn, ctx.t.locale) });
    if (due && due !== task.dueOn && due < dayOf(ctx.now, ctx.zone)) refuse('task.past');
    if (owner && owner.id !== task.ownerId) await seenBy(within, owner, task.on);
    const before = await tx.task.findUniqueOrThrow({ where: { id } });
    const said = {
      ...(text && { text: { text } }),
      ...(due && { due: { dueOn: new Date(due) } }),
      ...(owner && { owner: { ownerId: owner.id } }),
    };
    // A row of Prisma's has no index signature; it is compared column by column.
    const fields = await merged(within, tx, 'task', before as unknown as Row & { id: number }, said);
    const after = await tx.task.update({ where: { id }, data: Object.assign({}, ...Object.values(fields)) });
    if (JSON.stringify(before) === JSON.stringify(after)) refuse('edit.nothing');
    updated('task', id, before, after);
    const edited = (await taskById(within, id)) as TaskView;
    if (edited.ownerId !== task.ownerId) await tell(tx, edited);
    return edited;
  });
}
