import { activityWritten } from '../activities/log.ts';
import { type Changed, change } from '../changes/change.ts';
import type { Ctx } from '../context.ts';
import { openTask } from './own.ts';
import { type TaskView, taskById } from './view.ts';

/** A promise was kept: it leaves the list and stands in the record's timeline, with what came of it. */
export async function finishTask(
  ctx: Ctx,
  id: number,
  outcome: string | undefined,
): Promise<Changed<TaskView>> {
  return change(ctx, 'task.done', async (log) => {
    const within = { ...ctx, db: log.tx };
    const { text, on } = await openTask(within, id);
    const data = { doneAt: ctx.now, outcome: outcome ?? null };
    await log.tx.task.update({ where: { id }, data });
    log.updated('task', id, { doneAt: null, outcome: null }, data);
    await activityWritten(within, log, { kind: 'TASK', on, text, outcome });
    return (await taskById(within, id)) as TaskView;
  });
}
