import type { Tx } from '../../db/client.ts';
import { refuse } from '../../i18n/refusal.ts';
import type { Ctx } from '../context.ts';
import { taskCode } from './code.ts';
import { changesTask, type TaskView, taskById } from './view.ts';

/** Puts the message to whom a task was given into the same transaction. */
export type TellTask = (tx: Tx, task: TaskView) => Promise<void>;

/** An open task, locked for what is about to change it; refuses where it is not there, done, or somebody else's. */
export async function openTask(ctx: Ctx, id: number): Promise<TaskView> {
  await ctx.db.$queryRaw`SELECT id FROM task WHERE id = ${id} FOR UPDATE`;
  const task = (await taskById(ctx, id)) ?? refuse('task.none', { task: taskCode(id) });
  if (!changesTask(ctx, task)) refuse('task.others', { task: task.text, name: task.owner ?? '–' });
  if (task.doneAt) refuse('task.already', { task: task.text });
  return task;
}
