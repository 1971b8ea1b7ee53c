import { taskCard } from '../../cards/tasks.ts';
import { optional } from '../../chat/field.ts';
import { text } from '../../chat/fields.ts';
import { finishTask } from '../../crm/tasks/done.ts';
import { dayOf } from '../../lib/dates/index.ts';
import { defineCommand } from '../define.ts';
import { task } from './fields.ts';

/** A promise was kept: `task done V-12 outcome:"đồng ý giá"`. */
export const taskDone = defineCommand({
  id: 'task.done',
  access: 'rep',
  reply: 'channel',
  fields: { task, outcome: optional(text({ max: 120 })) },
  positional: ['task', 'outcome'],
  async run(ctx, { task, outcome }) {
    const { value, changeId } = await finishTask(ctx, task.id, outcome);
    return taskCard(ctx.t, 'finished', value, dayOf(ctx.now, ctx.zone), changeId);
  },
});
