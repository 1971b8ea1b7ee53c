import type { Lookup, Option } from '../../chat/field.ts';
import type { Ctx } from '../../crm/context.ts';
import { ranked } from '../../crm/find/rank.ts';
import { readTaskCode, taskCode } from '../../crm/tasks/code.ts';
import { listTasks } from '../../crm/tasks/list.ts';
import { type TaskView, taskById } from '../../crm/tasks/view.ts';
import { formatDay } from '../../lib/dates/index.ts';
import { shorten } from '../../lib/text.ts';
import { chosen } from './chosen.ts';

/** More open tasks than this nobody has. */
const most = 500;

/** The asker's own open tasks; the operator, who has none, looks among all. */
const mine = async (ctx: Ctx) => (await listTasks(ctx, { ownerId: ctx.member?.id, size: most })).rows;

/** By the words of a task, or of it and the name of its record. */
function fitting(query: string, tasks: readonly TaskView[]) {
  const found = ranked(query, tasks, ({ text }) => text);
  return found.length ? found : ranked(query, tasks, ({ text, on }) => `${text} ${on.name}`);
}

/** Tasks by number, the asker's own open ones also by their words; where none of these fits, everybody's that they see. */
export const taskLookup: Lookup<TaskView, Ctx> = {
  async search(ctx, query) {
    const option = ({ id, text, on, dueOn }: TaskView): Option => ({
      value: taskCode(id),
      label: shorten(`${taskCode(id)} ${text} · ${on.name} · ${formatDay(dueOn, ctx.t.locale)}`, 75),
    });
    const id = readTaskCode(query);
    const named = id === null ? null : await taskById(ctx, id);
    if (named) return [option(named)];
    const tasks = await mine(ctx);
    const found = query.trim() ? fitting(query, tasks).map(({ row }) => row) : tasks;
    return found.slice(0, 25).map(option);
  },
  async resolve(ctx, text) {
    const id = readTaskCode(text);
    if (id !== null) {
      const task = await taskById(ctx, id);
      return task ? { kind: 'one', value: task } : { kind: 'none' };
    }
    const own = fitting(text, await mine(ctx));
    const found = own.length ? own : fitting(text, (await listTasks(ctx, { size: most })).rows);
    return chosen(found, ({ id, text, on }) => ({
      value: taskCode(id),
      label: shorten(`${taskCode(id)} ${text} · ${on.name}`, 75),
    }));
  },
};
